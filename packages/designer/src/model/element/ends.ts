import type { EndResult } from "@flowright/definition";
import { type ElementType, type ElementWords, element } from "./element-type.ts";

function end(id: string, result: EndResult, words: ElementWords): ElementType {
  return element(
    id,
    "event",
    words,
    () => (result.type === "none" ? { kind: "end" } : { kind: "end", result }),
    (node) => node.kind === "end" && (node.result?.type ?? "none") === result.type,
  );
}

export const endNone = end(
  "end",
  { type: "none" },
  {
    common: true,
    name: ["End", "结束"],
    hint: ["This path is finished", "这条路径到此结束"],
    keywords: ["finish", "stop", "完成"],
  },
);

/** Every way to end, the plain one first. */
export const ENDS: readonly ElementType[] = [
  endNone,
  end(
    "terminateEnd",
    { type: "terminate" },
    {
      common: true,
      name: ["End everything", "终止结束"],
      hint: [
        "Ends the whole case at once; open tasks are cancelled",
        "立即结束整个流程，未完成的任务一并取消",
      ],
      keywords: ["terminate", "abort", "终止", "中止"],
    },
  ),
  end(
    "errorEnd",
    { type: "error", code: "failed" },
    {
      name: ["End with error", "错误结束"],
      hint: [
        "Reports an error that the sub-process around it can catch",
        "抛出错误，由外层子流程的边界事件处理",
      ],
      keywords: ["fail", "throw", "报错", "失败"],
    },
  ),
  end(
    "messageEnd",
    { type: "message", message: { name: "message" } },
    {
      name: ["End and send message", "消息结束"],
      hint: ["Sends a message to another flow or case as the path ends", "结束时向其他流程发送消息"],
      keywords: ["notify", "publish", "通知"],
    },
  ),
  end(
    "signalEnd",
    { type: "signal", signal: { name: "signal" } },
    {
      name: ["End and signal", "信号结束"],
      hint: ["Tells everyone who waits for the signal as the path ends", "结束时向所有等待者广播信号"],
      keywords: ["broadcast", "广播"],
    },
  ),
  end(
    "escalationEnd",
    { type: "escalation", code: "escalated" },
    {
      name: ["End and escalate", "升级结束"],
      hint: [
        "Reports upwards as the path ends; what is around may react and go on",
        "结束时上报，外层可以处理并继续",
      ],
      keywords: ["escalate", "上报", "升级"],
    },
  ),
  end(
    "compensationEnd",
    { type: "compensation" },
    {
      name: ["End and undo", "补偿结束"],
      hint: ["Undoes what was completed, then the path ends", "撤销已完成的工作后结束"],
      keywords: ["compensation", "rollback", "补偿", "撤销"],
    },
  ),
  end(
    "cancelEnd",
    { type: "cancel" },
    {
      name: ["Cancel all", "取消事务"],
      hint: [
        "Inside “all or nothing”: cancels and undoes the whole block",
        "事务子流程内：取消并撤销整个事务",
      ],
      keywords: ["transaction", "rollback", "取消", "回滚"],
    },
  ),
];
