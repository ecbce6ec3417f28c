import type { Node } from "@flowright/definition";
import { describe, expect, test } from "vitest";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { quietLine } from "./quiet-line.ts";

const words = (language: "en" | "zh-CN"): Lexicon =>
  lexiconOf({ schema: "flowright/workflow/v1", id: "f", name: "F", nodes: [], edges: [] }, language, {
    flows: [{ id: "refund", name: { en: "Refund", "zh-CN": "退款流程" } }],
  });

const at = { id: "x" } as const;

describe("the quiet line of a step", () => {
  test.each<[node: Node, en: string, zh: string]>([
    [{ ...at, kind: "callActivity", process: "refund" }, "Refund", "退款流程"],
    [{ ...at, kind: "sendTask", message: { name: "paid" } }, "Sends “paid”", "发送“paid”"],
    [
      { ...at, kind: "throw", event: { type: "message", message: { name: "paid" } } },
      "Sends “paid”",
      "发送“paid”",
    ],
    [
      { ...at, kind: "catch", event: { type: "message", message: { name: "paid" } } },
      "“paid” arrives",
      "收到“paid”",
    ],
    [
      { ...at, kind: "end", result: { type: "signal", signal: { name: "open" } } },
      "Signals “open”",
      "广播“open”",
    ],
    [{ ...at, kind: "complex", need: { type: "count", count: 2 } }, "2 are enough", "到达 2 条即可"],
    [
      { ...at, kind: "start", trigger: { type: "timer", cron: "30 9 * * MON-FRI" } },
      "On working days at 09:30",
      "工作日 09:30",
    ],
    [
      { ...at, kind: "catch", event: { type: "timer", cycle: "R3/PT10M" } },
      "Every 10 minutes, 3 times",
      "每 10 分钟，共 3 次",
    ],
    [
      { ...at, kind: "catch", event: { type: "timer", cron: "*/5 * 1-7 * *" } },
      "*/5 * 1-7 * *",
      "*/5 * 1-7 * *",
    ],
    [{ ...at, kind: "plan", nodes: [{ id: "a", kind: "manualTask" }], edges: [] }, "1 step", "1 个节点"],
  ])("%j", (node, en, zh) => {
    expect(quietLine(node, words("en"))).toBe(en);
    expect(quietLine(node, words("zh-CN"))).toBe(zh);
  });
});
