import { type ContainerNode, isActivity, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Refusal } from "../command/command.ts";
import { indexOf } from "../document/index-of.ts";
import type { ElementType, NodeDraft } from "../element/element-type.ts";

/** Triggers that react to what runs around a block. */
const AROUND: ReadonlySet<string> = new Set(["condition", "error", "escalation", "compensation"]);

/**
 * Whether an element may stand directly in a container (null: the flow itself): true, or the reason why not. Where
 * in it is another question.
 */
export function canStand(
  definition: WorkflowDefinition,
  element: ElementType,
  container: string | null,
): true | Refusal {
  const around = container === null ? undefined : indexOf(definition).nodes.get(container)?.node;
  const kind = around?.kind ?? null;
  const draft = element.draft();
  if (kind === "plan") return inPlan(draft);
  if (kind === "adHoc" && (element.kind === "start" || element.kind === "end")) {
    return refusal(
      "stand.no-start-in-any-order",
      "Steps in any order need no start and no end.",
      "自由步骤中不需要开始和结束。",
    );
  }
  if (draft.kind === "start") return asStart(draft, kind);
  if (draft.kind === "end" && draft.result?.type === "cancel" && !inTransaction(definition, container)) {
    return refusal(
      "stand.cancel-outside",
      "Only inside “all or nothing” there is something to cancel as a whole.",
      "只有在事务子流程内才能取消整个事务。",
    );
  }
  return true;
}

function inPlan(draft: NodeDraft): true | Refusal {
  const step = { id: "", attachedTo: "", ...draft } as Node;
  if (isActivity(step)) return true;
  if (step.kind === "boundary" && step.event.type !== "compensation") return true;
  return refusal(
    "stand.not-in-plan",
    "A plan holds only work: tasks, approvals, calls and blocks.",
    "计划中只能放任务、审批、调用和分组。",
  );
}

function asStart(draft: Extract<NodeDraft, { kind: "start" }>, kind: ContainerNode["kind"] | string | null) {
  const trigger = draft.trigger?.type ?? "none";
  if (kind === "eventSubProcess") {
    return trigger === "none"
      ? refusal(
          "stand.needs-event",
          "This block begins when something happens: choose a start with an event.",
          "该块由事件触发，请选择带事件的开始。",
        )
      : true;
  }
  if (kind !== null && trigger !== "none") {
    return refusal(
      "drop.message-start-inside",
      "A sub-process starts when the flow reaches it; it cannot start on an event.",
      "子流程由主流程触发，不能以事件开始。",
    );
  }
  return AROUND.has(trigger)
    ? refusal(
        "stand.only-in-event-block",
        "This start reacts to what runs around it. Put it into “When something happens”.",
        "这种开始响应外层发生的事，请放入“事件处理块”。",
      )
    : true;
}

function inTransaction(definition: WorkflowDefinition, container: string | null): boolean {
  const { nodes } = indexOf(definition);
  for (let id = container; id !== null; id = nodes.get(id)?.parent?.id ?? null) {
    if (nodes.get(id)?.node.kind === "transaction") return true;
  }
  return false;
}

function refusal(code: string, en: string, zh: string): Refusal {
  return { code, message: { en, "zh-CN": zh } };
}
