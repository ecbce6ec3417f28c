import type { CatchEvent } from "@flowright/definition";
import { type ElementType, type ElementWords, element } from "./element-type.ts";

function wait(id: string, event: CatchEvent, words: ElementWords): ElementType {
  return element(
    id,
    "event",
    words,
    () => ({ kind: "catch", event }),
    (node) => node.kind === "catch" && node.event.type === event.type,
  );
}

/** What the flow can wait for on its way. */
export const WAITS: readonly ElementType[] = [
  wait(
    "timerCatch",
    { type: "timer", duration: "PT1H" },
    {
      common: true,
      name: ["Wait for time", "等待时间"],
      hint: ["Goes on after a while or on a date", "等待一段时间或到指定日期后继续"],
      keywords: ["timer", "delay", "sleep", "定时", "延时"],
    },
  ),
  wait(
    "messageCatch",
    { type: "message", message: { name: "message" } },
    {
      common: true,
      name: ["Wait for message", "等待消息"],
      hint: ["Goes on when a message for this case arrives", "收到与本单相关的消息后继续"],
      keywords: ["receive", "event", "callback", "回调", "接收"],
    },
  ),
  wait(
    "signalCatch",
    { type: "signal", signal: { name: "signal" } },
    {
      name: ["Wait for signal", "等待信号"],
      hint: ["Goes on when the signal is sent to everyone", "收到广播信号后继续"],
      keywords: ["broadcast", "广播"],
    },
  ),
  wait(
    "conditionCatch",
    { type: "condition", condition: "null" },
    {
      name: ["Wait until data fits", "等待条件"],
      hint: ["Goes on as soon as a condition on the case data holds", "数据满足条件后继续"],
      keywords: ["conditional event", "until", "条件"],
    },
  ),
  wait(
    "linkCatch",
    { type: "link", name: "A" },
    {
      name: ["Go on here", "跳转目标"],
      hint: ["Where jumps of the same name arrive", "同名跳转到此继续"],
      keywords: ["link", "label", "target", "链接", "连接点"],
    },
  ),
];
