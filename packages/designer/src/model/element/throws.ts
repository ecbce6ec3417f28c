import type { ThrowEvent } from "@flowright/definition";
import { type ElementType, type ElementWords, element } from "./element-type.ts";

function tell(id: string, event: ThrowEvent, words: ElementWords): ElementType {
  return element(
    id,
    "event",
    words,
    () => ({ kind: "throw", event }),
    (node) => node.kind === "throw" && node.event.type === event.type,
  );
}

/** What the flow can tell others as it passes. */
export const THROWS: readonly ElementType[] = [
  tell(
    "noneThrow",
    { type: "none" },
    {
      name: ["Milestone", "里程碑"],
      hint: ["Notes that the case has come this far", "记录流程已到达此处"],
      keywords: ["intermediate event", "status", "reached", "中间事件", "状态"],
    },
  ),
  tell(
    "messageThrow",
    { type: "message", message: { name: "message" } },
    {
      name: ["Tell by message", "发出消息"],
      hint: ["Sends a message to another flow or case as the flow passes", "经过时向其他流程发送消息"],
      keywords: ["send", "publish", "throw", "发送"],
    },
  ),
  tell(
    "signalThrow",
    { type: "signal", signal: { name: "signal" } },
    {
      name: ["Send signal", "发出信号"],
      hint: ["Tells everyone who waits for the signal", "向所有等待者广播信号"],
      keywords: ["broadcast", "throw", "广播"],
    },
  ),
  tell(
    "escalationThrow",
    { type: "escalation", code: "escalated" },
    {
      name: ["Escalate", "上报升级"],
      hint: ["Reports upwards and goes on", "上报后继续"],
      keywords: ["escalation", "throw", "升级"],
    },
  ),
  tell(
    "compensationThrow",
    { type: "compensation" },
    {
      name: ["Undo", "撤销已完成"],
      hint: ["Undoes what was completed, then goes on", "撤销已完成的工作后继续"],
      keywords: ["compensation", "rollback", "补偿", "回滚"],
    },
  ),
  tell(
    "linkThrow",
    { type: "link", name: "A" },
    {
      name: ["Jump", "跳转"],
      hint: [
        "Goes on at the place of the same name, without a line across the drawing",
        "跳到同名目标继续，免画长线",
      ],
      keywords: ["link", "goto", "链接"],
    },
  ),
];
