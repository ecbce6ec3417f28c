import type { BilingualText, DrawingGroup } from "@flowright/definition";
import { type Patch, patched } from "../../document/patch.ts";
import { withGroups } from "../../group/with-groups.ts";
import type { Command } from "../command.ts";

/** Another name or colour for a group, or folded and unfolded. */
export function changeGroup(
  id: string,
  patch: Patch<Pick<DrawingGroup, "name" | "colour" | "collapsed">>,
): Command {
  return {
    label: labelOf(patch),
    coalesce: "name" in patch ? `group-name:${id}` : undefined,
    execute: (definition) => ({
      ok: true,
      definition: withGroups(definition, (groups) =>
        groups.map((group) => (group.id === id ? patched<DrawingGroup>(group, patch) : group)),
      ),
    }),
  };
}

function labelOf(patch: Patch<DrawingGroup>): BilingualText {
  if ("name" in patch) return { en: "Name group", "zh-CN": "命名编组" };
  if ("colour" in patch) return { en: "Colour group", "zh-CN": "更改编组颜色" };
  return patch.collapsed
    ? { en: "Fold group", "zh-CN": "收起编组" }
    : { en: "Open group", "zh-CN": "展开编组" };
}
