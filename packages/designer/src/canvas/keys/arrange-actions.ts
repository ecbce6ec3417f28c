import type { ReactFlowInstance } from "@xyflow/react";
import { alignSteps, type Side } from "../../model/command/arrange/align.ts";
import { appendBeside, type Towards } from "../../model/command/arrange/append-beside.ts";
import { distributeSteps } from "../../model/command/arrange/distribute.ts";
import type { Outcome } from "../../model/command/command.ts";
import { changeGroup } from "../../model/command/group/change-group.ts";
import { groupSteps } from "../../model/command/group/group-steps.ts";
import { ungroup } from "../../model/command/group/ungroup.ts";
import type { DesignerState } from "../../model/designer-store.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { groupOf, membersOf } from "../../model/group/groups-of.ts";
import { branchOf, withReach } from "../../model/walk/reach.ts";
import { zoomTo } from "../arrange/zoom-to.ts";
import type { CanvasUi } from "../canvas-ui.ts";
import { enterGround, leaveGround } from "../drill/enter-ground.ts";
import { groupFieldPath } from "../group/group-field-path.ts";
import type { ShortcutAction } from "./shortcuts.ts";

export interface ArrangeScope {
  readonly state: DesignerState;
  readonly ui: CanvasUi;
  readonly flow: ReactFlowInstance;
  /** The selected step, or else the one that the keyboard is at. */
  readonly step: string | null;
  readonly event: KeyboardEvent | undefined;
  /** Goes on at a step once it is drawn. */
  readonly goTo: (id: string | null) => boolean;
}

const SIDES: Partial<Record<ShortcutAction, Side>> = {
  alignLeft: "left",
  alignCentre: "centre",
  alignRight: "right",
  alignTop: "top",
  alignMiddle: "middle",
  alignBottom: "bottom",
};

const TOWARDS: Readonly<Record<string, Towards>> = {
  ArrowRight: "right",
  ArrowLeft: "left",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Selecting, arranging, grouping and going into sub-processes; null if the action is none of these. */
export function arrangeAction(action: ShortcutAction, scope: ArrangeScope): boolean | null {
  const { state, ui, step } = scope;
  const { definition, selection } = state;
  const chosen = selection.length > 0 ? selection : step === null ? [] : [step];
  const side = SIDES[action];
  if (side) return ran(state.run(alignSteps(selection, side)));
  switch (action) {
    case "distributeX":
    case "distributeY":
      return ran(state.run(distributeSteps(selection, action === "distributeX" ? "x" : "y")));
    case "selectBefore":
    case "selectAfter": {
      const more = withReach(definition, chosen, action === "selectBefore" ? "before" : "after");
      state.select([...new Set([...chosen, ...more])]);
      return true;
    }
    case "selectBranch": {
      const branch = chosen[0] === undefined ? null : branchOf(definition, chosen[0]);
      if (branch) state.select(branch);
      else state.notify("info", NO_BRANCH);
      return true;
    }
    case "zoomSelection":
      return zoomTo(scope.flow, definition, chosen);
    case "addBeside":
      return addBeside(scope);
    case "group":
      return grouped(scope, chosen);
    case "ungroup":
      return ran(state.run(ungroup(chosen)));
    case "foldGroup":
      return foldGroup(scope, chosen);
    case "extract":
      return extracted(scope, chosen);
    case "enter":
      return chosen[0] !== undefined && enterGround(scope.flow, state, ui, chosen[0]);
    case "lanes":
      ui.set({ lanes: { open: !ui.lanes.open, only: null } });
      return true;
    case "selectMode":
    case "handMode":
      ui.set({ mode: action === "handMode" ? "hand" : "select" });
      return true;
    case "leave":
      return selection.length === 0 && leaveGround(scope.flow, state, ui) ? true : null;
    default:
      return null;
  }
}

const NO_BRANCH = {
  en: "The flow has not parted before this step.",
  "zh-CN": "该节点之前没有分支。",
};

/** Refused or not, the key was for this. */
function ran(_: Outcome): true {
  return true;
}

function addBeside({ state, step, event, goTo }: ArrangeScope): boolean {
  const towards = TOWARDS[event?.key ?? ""];
  if (step === null || !towards) return false;
  const outcome = state.run(appendBeside(step, towards));
  if (outcome.ok) goTo(outcome.selection?.[0] ?? null);
  return true;
}

/** A new group asks for its name. */
function grouped({ state }: ArrangeScope, chosen: readonly string[]): boolean {
  const outcome = state.run(groupSteps(chosen));
  const made = outcome.ok ? outcome.selection?.[0] : undefined;
  if (made !== undefined) state.focusField(made, groupFieldPath(made));
  return true;
}

function foldGroup({ state }: ArrangeScope, chosen: readonly string[]): boolean {
  const { definition } = state;
  const group =
    chosen.map((id) => groupOf(definition, id)).find((each) => each !== null) ??
    definition.drawing?.groups?.find((each) => membersOf(definition, each).some((id) => chosen.includes(id)));
  if (!group) return false;
  state.run(changeGroup(group.id, { collapsed: group.collapsed ? undefined : true }));
  state.select([group.id]);
  return true;
}

/** A new sub-process asks for its name. What checks that nothing breaks is fetched with it. */
function extracted({ state }: ArrangeScope, chosen: readonly string[]): boolean {
  void import("../../model/command/group/extract.ts").then(({ extract }) => {
    const outcome = state.run(extract(chosen));
    const made = outcome.ok ? outcome.selection?.[0] : undefined;
    const path =
      outcome.ok && made !== undefined ? indexOf(outcome.definition).nodes.get(made)?.path : undefined;
    if (made !== undefined) state.focusField(made, `${path}/name`);
  });
  return true;
}
