import { isActivity, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Refusal } from "../command/command.ts";
import { indexOf } from "../document/index-of.ts";
import type { ElementType } from "../element/element-type.ts";
import { canStand } from "./can-stand.ts";
import { isAwaited } from "./connection/events-after-event-gateway.ts";
import { takesBoundary } from "./takes-boundary.ts";

/** Where a new step is dropped. */
export type DropTarget =
  | { readonly type: "container"; readonly container: string | null }
  | { readonly type: "edge"; readonly edge: string }
  | { readonly type: "step"; readonly step: string };

/** Whether something from the palette may be dropped there: true, or the reason why not. */
export function canDrop(
  definition: WorkflowDefinition,
  element: ElementType,
  target: DropTarget,
): true | Refusal {
  if (target.type === "step") return canAttach(definition, element, target.step);
  if (element.kind === "boundary") {
    return refusal(
      "drop.boundary-needs-step",
      "Drop this on the step that it watches: a task, an approval, a call or a block.",
      "请放到要监视的节点上：任务、审批、调用或分组。",
    );
  }
  if (target.type === "edge") return canInsert(definition, element, target.edge);
  return canStand(definition, element, target.container);
}

function canAttach(definition: WorkflowDefinition, element: ElementType, step: string): true | Refusal {
  const placed = indexOf(definition).nodes.get(step);
  if (element.kind !== "boundary" || !placed || !isActivity(placed.node)) {
    return refusal(
      "drop.not-on-step",
      "This cannot be put on that step. Drop it on a line or on free ground.",
      "不能放在该节点上。请放到连线或空白处。",
    );
  }
  if (!takesBoundary(placed.node, element)) {
    return refusal("drop.never-happens", "This can never happen on that step.", "该节点上不会发生这种情况。");
  }
  return canStand(definition, element, placed.parent?.id ?? null);
}

/** What stands beside the lines of a flow: where it begins, ends, jumps to, or is interrupted. */
function standsBeside(element: ElementType): boolean {
  const draft = element.draft();
  if (draft.kind === "catch" || draft.kind === "throw") return draft.event.type === "link";
  return draft.kind === "start" || draft.kind === "end" || draft.kind === "eventSubProcess";
}

function canInsert(definition: WorkflowDefinition, element: ElementType, edge: string): true | Refusal {
  const index = indexOf(definition);
  const placed = index.edges.get(edge);
  const source = placed && index.nodes.get(placed.edge.source)?.node;
  const target = placed && index.nodes.get(placed.edge.target)?.node;
  if (standsBeside(element)) {
    return refusal(
      "drop.not-on-line",
      "This cannot stand in the middle of a line. Put it on free ground.",
      "不能插入连线中间，请放到空白处。",
    );
  }
  if (source?.kind === "boundary" && source.event.type === "compensation") {
    return refusal(
      "drop.not-before-undo",
      "This line leads straight to the step that undoes the work.",
      "这条线直接连到执行撤销的节点，中间不能插入其他节点。",
    );
  }
  const made = { id: "", ...element.draft() } as Node;
  if (source?.kind === "eventBased" && !isAwaited(made)) {
    return refusal(
      "drop.not-an-event",
      "Directly after “whichever comes first” only waiting steps can stand.",
      "“先到先走”之后只能是等待类节点。",
    );
  }
  if (element.kind === "eventBased" && target && !isAwaited(target)) {
    return refusal(
      "drop.needs-events-after",
      "“Whichever comes first” must be followed by waiting steps. Put it on free ground first.",
      "“先到先走”之后必须是等待类节点。请先放到空白处。",
    );
  }
  return canStand(definition, element, placed?.parent?.id ?? null);
}

function refusal(code: string, en: string, zh: string): Refusal {
  return { code, message: { en, "zh-CN": zh } };
}
