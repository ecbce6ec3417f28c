import { isContainer, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { leadsOn } from "../../model/rule/leads-on.ts";
import { branchOf } from "../../model/walk/reach.ts";
import type { OpenActions } from "../canvas-ui.ts";
import { type Shortcut, type ShortcutAction, shortcutOf } from "../keys/shortcuts.ts";

type Parts = readonly (readonly ShortcutAction[])[];

const PARTS: Readonly<Record<OpenActions["sort"], Parts>> = {
  step: [
    ["edit", "enter"],
    ["append", "connect", "replace"],
    ["copy", "cut", "duplicate"],
    ["selectBefore", "selectAfter", "selectBranch", "zoomSelection"],
    ["group", "ungroup", "extract"],
    ["delete", "deleteHeal"],
  ],
  line: [["edit"], ["selectBranch", "zoomSelection"], ["delete"]],
  group: [
    ["edit", "foldGroup"],
    ["copy", "cut", "duplicate"],
    ["zoomSelection"],
    ["ungroup", "extract"],
    ["delete", "deleteHeal"],
  ],
  several: [
    ["copy", "cut", "duplicate"],
    ["selectBefore", "selectAfter", "zoomSelection"],
    ["group", "ungroup", "extract"],
    ["delete", "deleteHeal"],
  ],
  ground: [
    ["add", "paste"],
    ["selectAll", "fit", "lanes"],
    ["tidy", "space", "help"],
  ],
};

/** The parts of a menu, each a list of actions out of the table; what cannot be done here is left out. */
export function menuItems(
  definition: WorkflowDefinition,
  selection: readonly string[],
  sort: OpenActions["sort"],
  readOnly: boolean,
): readonly (readonly Shortcut[])[] {
  const can = (action: ShortcutAction) => applies(definition, selection, action);
  return PARTS[sort]
    .map((part) =>
      part.flatMap((action) => {
        const shortcut = shortcutOf(action);
        return shortcut && (!readOnly || shortcut.reading) && can(action) ? [shortcut] : [];
      }),
    )
    .filter((part) => part.length > 0);
}

function applies(
  definition: WorkflowDefinition,
  selection: readonly string[],
  action: ShortcutAction,
): boolean {
  const first = selection[0] ?? "";
  const index = indexOf(definition);
  const node = index.nodes.get(first)?.node;
  switch (action) {
    case "enter":
      return node !== undefined && isContainer(node);
    case "append":
    case "connect":
      return node !== undefined && leadsOn(node);
    case "selectBranch":
      return branchOf(definition, first) !== null;
    case "ungroup":
      return (definition.drawing?.groups ?? []).some(
        (group) => selection.includes(group.id) || group.nodes?.some((id) => selection.includes(id)),
      );
    case "extract":
      return node?.kind !== "start" && node?.kind !== "end";
    case "deleteHeal":
      return selection.some((id) => (index.incoming.get(id) ?? []).length > 0) || !node;
    default:
      return true;
  }
}
