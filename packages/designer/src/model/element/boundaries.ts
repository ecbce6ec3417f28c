import type { BoundaryTrigger } from "@flowright/definition";
import { type ElementType, type ElementWords, element } from "./element-type.ts";

function onEdge(id: string, event: BoundaryTrigger, words: ElementWords, goesOn = false): ElementType {
  return element(
    id,
    "event",
    words,
    () => ({ kind: "boundary", ...(goesOn ? { interrupting: false } : {}), event }),
    (node) => node.kind === "boundary" && node.event.type === event.type,
  );
}

/** What can happen while a step is open. */
export const BOUNDARIES: readonly ElementType[] = [
  onEdge(
    "boundaryTimer",
    { type: "timer", duration: "PT24H" },
    {
      common: true,
      name: ["Takes too long", "超时"],
      hint: [
        "On the edge of a step: when it is open for longer than this",
        "附着在节点上：超过时限仍未完成时触发",
      ],
      keywords: ["timer", "deadline", "escalation", "reminder", "边界", "定时", "催办"],
    },
    true,
  ),
  onEdge(
    "boundaryMessage",
    { type: "message", message: { name: "message" } },
    {
      common: true,
      name: ["Message arrives", "收到消息"],
      hint: [
        "On the edge of a step: when a message comes while it is open",
        "附着在节点上：处理期间收到消息时触发",
      ],
      keywords: ["message", "cancel", "interrupt", "边界", "消息", "撤销"],
    },
  ),
  onEdge(
    "boundaryError",
    { type: "error" },
    {
      common: true,
      name: ["Goes wrong", "出错"],
      hint: ["On the edge of a step: when it fails with an error", "附着在节点上：执行出错时转入处理分支"],
      keywords: ["error", "exception", "fail", "边界", "错误", "异常"],
    },
  ),
  onEdge(
    "boundarySignal",
    { type: "signal", signal: { name: "signal" } },
    {
      name: ["Signal is sent", "收到信号"],
      hint: [
        "On the edge of a step: when the signal is sent while it is open",
        "附着在节点上：处理期间收到广播信号时触发",
      ],
      keywords: ["broadcast", "边界", "广播"],
    },
  ),
  onEdge(
    "boundaryCondition",
    { type: "condition", condition: "null" },
    {
      name: ["Data fits", "数据满足条件"],
      hint: [
        "On the edge of a step: when a condition holds while it is open",
        "附着在节点上：处理期间条件成立时触发",
      ],
      keywords: ["conditional", "rule", "边界", "条件"],
    },
  ),
  onEdge(
    "boundaryEscalation",
    { type: "escalation" },
    {
      name: ["Is escalated", "收到升级"],
      hint: [
        "On the edge of a block: when something inside reports upwards",
        "附着在子流程上：内部上报升级时触发",
      ],
      keywords: ["escalation", "边界", "升级", "上报"],
    },
    true,
  ),
  onEdge(
    "boundaryCompensation",
    { type: "compensation" },
    {
      name: ["Is undone", "需要撤销"],
      hint: [
        "On the edge of a step: leads to what undoes the step",
        "附着在节点上：连到用于撤销该节点的步骤",
      ],
      keywords: ["compensation", "rollback", "undo", "边界", "补偿", "回滚"],
    },
  ),
  onEdge(
    "boundaryCancel",
    { type: "cancel" },
    {
      name: ["Was cancelled", "事务取消"],
      hint: [
        "On the edge of “all or nothing”: after it was cancelled and undone",
        "附着在事务子流程上：事务取消并撤销后触发",
      ],
      keywords: ["cancel", "transaction", "边界", "取消", "回滚"],
    },
  ),
];
