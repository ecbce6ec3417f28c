export { type KeptScenario, runAllKept, type ScenarioOutcome } from "../play/model/kept-scenarios.ts";
export { runScenarios } from "../play/runs/run-scenarios.ts";
export { clipboardText } from "./clipboard/clipboard-text.ts";
export { type Clipping, clippingOf } from "./clipboard/clipping.ts";
export { parsedClipboard } from "./clipboard/parsed-clipboard.ts";
export { alignSteps } from "./command/arrange/align.ts";
export { appendBeside } from "./command/arrange/append-beside.ts";
export { distributeSteps } from "./command/arrange/distribute.ts";
export type { Command, Outcome, Refusal } from "./command/command.ts";
export { addField } from "./command/content/add-field.ts";
export { updateDefinition } from "./command/content/update-definition.ts";
export { updateEdge } from "./command/content/update-edge.ts";
export { updateNode } from "./command/content/update-node.ts";
export { changeGroup } from "./command/group/change-group.ts";
export { extract } from "./command/group/extract.ts";
export { groupSteps } from "./command/group/group-steps.ts";
export { ungroup } from "./command/group/ungroup.ts";
export { replaceKind } from "./command/replace/replace-kind.ts";
export { addNode } from "./command/structure/add-node.ts";
export { appendNode } from "./command/structure/append-node.ts";
export { connect } from "./command/structure/connect.ts";
export { deleteSelection } from "./command/structure/delete-selection.ts";
export { duplicate } from "./command/structure/duplicate.ts";
export { insertOnEdge } from "./command/structure/insert-on-edge.ts";
export { layoutFlow } from "./command/structure/layout-flow.ts";
export { moveNodes } from "./command/structure/move-nodes.ts";
export { onlyWhen } from "./command/structure/only-when.ts";
export { paste } from "./command/structure/paste.ts";
export { reconnect } from "./command/structure/reconnect.ts";
export type {
  CallTrial,
  DecisionChoice,
  DesignerOptions,
  FlowChoice,
  Language,
  OperationChoice,
  PersonChoice,
  RoleChoice,
  SystemChoice,
  TryCallHandler,
} from "./designer-options.ts";
export { createDesignerStore, type DesignerState, type DesignerStore } from "./designer-store.ts";
export type { ElementType } from "./element/element-type.ts";
export { ELEMENT_TYPES, elementType, elementTypeOf } from "./element/element-types.ts";
export { placesOf } from "./geometry/arrange/places-now.ts";
export { execute, type History, historyOf, redone, undone } from "./history.ts";
export { canConnect } from "./rule/can-connect.ts";
export { canDrop } from "./rule/can-drop.ts";
export { addBranch } from "./structure/edit/add-branch.ts";
export { duplicateBehind } from "./structure/edit/duplicate-behind.ts";
export { type Gap, insertAt } from "./structure/edit/insert-at.ts";
export { gapBeside, moveItem } from "./structure/edit/move-item.ts";
export { removeBranch, removeItem } from "./structure/edit/remove-item.ts";
export type { Branch, Item, Sequence, SplitItem, Tail, Tree } from "./structure/tree.ts";
export { treeOf } from "./structure/tree-of.ts";
