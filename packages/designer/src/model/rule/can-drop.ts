import type { Node, WorkflowDefinition } from "@flowright/definition";
import type { Refusal } from "../command/command.ts";
import { indexOf } from "../document/index-of.ts";
import type { ElementType } from "../element/element-type.ts";

/** Where a new step is dropped. */
export type DropTarget =
  | { readonly type: "container"; readonly container: string | null }
  | { readonly type: "edge"; readonly edge: string }
  | { readonly type: "step"; readonly step: string };

/** Whether an event may sit on the edge of this step. */
export function takesBoundary(node: Node): boolean {
  switch (node.kind) {
    case "userTask":
    case "approval":
    case "serviceTask":
    case "receiveTask":
    case "subProcess":
      return true;
    default:
      return false;
  }
}

/** Whether something from the palette may be dropped there: true, or the reason why not. */
export function canDrop(
  definition: WorkflowDefinition,
  element: ElementType,
  target: DropTarget,
): true | Refusal {
  const index = indexOf(definition);
  if (target.type === "step") {
    const host = index.nodes.get(target.step)?.node;
    if (element.kind === "boundary" && host && takesBoundary(host)) return true;
    return {
      code: "drop.not-on-step",
      message: {
        en: "This cannot be put on that step. Drop it on a line or on free ground.",
        "zh-CN": "不能放在该节点上。请放到连线或空白处。",
      },
    };
  }
  if (element.kind === "boundary") {
    return {
      code: "drop.boundary-needs-step",
      message: {
        en: "Drop this on the step that it watches: a task, an approval, a system call, a receive step or a sub-process.",
        "zh-CN": "请放到要监视的节点上：任务、审批、调用系统、接收消息或子流程。",
      },
    };
  }
  if (target.type === "edge") return canInsert(definition, element, target.edge);
  if (element.id === "messageStart" && target.container !== null) {
    return {
      code: "drop.message-start-inside",
      message: {
        en: "A sub-process starts when the flow reaches it; it cannot start on a message.",
        "zh-CN": "子流程由主流程触发，不能以消息开始。",
      },
    };
  }
  return true;
}

function canInsert(definition: WorkflowDefinition, element: ElementType, edge: string): true | Refusal {
  const index = indexOf(definition);
  const placed = index.edges.get(edge);
  if (element.kind === "start" || element.kind === "end") {
    return {
      code: "drop.not-on-line",
      message: {
        en: "A start or an end cannot stand in the middle of a line.",
        "zh-CN": "开始和结束不能插入连线中间。",
      },
    };
  }
  const source = placed && index.nodes.get(placed.edge.source)?.node;
  if (source?.kind === "eventBased" && element.kind !== "catch" && element.kind !== "receiveTask") {
    return {
      code: "drop.not-an-event",
      message: {
        en: "Directly after “whichever comes first” only waiting steps can stand.",
        "zh-CN": "“先到先走”之后只能是等待类节点。",
      },
    };
  }
  const target = placed && index.nodes.get(placed.edge.target)?.node;
  if (element.kind === "eventBased" && target && target.kind !== "catch" && target.kind !== "receiveTask") {
    return {
      code: "drop.needs-events-after",
      message: {
        en: "“Whichever comes first” must be followed by waiting steps. Put it on free ground first.",
        "zh-CN": "“先到先走”之后必须是等待类节点。请先放到空白处。",
      },
    };
  }
  return true;
}
