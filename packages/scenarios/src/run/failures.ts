import type { ScenarioStep } from "../format/scenario.ts";
import { ScenarioFailure } from "./scenario-host.ts";

/** What a system is said to have answered that failed. */
export const NO_ANSWER = "The system did not answer";

/** The case has not come to where a step is to be done. */
export function notThere(step: ScenarioStep, waits: readonly string[]): ScenarioFailure {
  const node = "node" in step ? step.node : "";
  const by = "by" in step ? step.by : "";
  const what: Record<string, { en: string; "zh-CN": string }> = {
    task: { en: `no task of ${by} is open at ${node}`, "zh-CN": `${by}在${node}没有待办任务` },
    call: { en: `no flow that ${node} called is running`, "zh-CN": `${node}没有正在运行的被调用流程` },
    job: { en: `no call is open at ${node}`, "zh-CN": `${node}没有待答复的系统调用` },
  };
  const missing = what[step.kind] ?? {
    en: node === "" ? "nothing is there for it" : `nothing is there for it at ${node}`,
    "zh-CN": node === "" ? "没有可操作的对象" : `${node}没有可操作的对象`,
  };
  return new ScenarioFailure({
    en: `${missing.en}; the case waits ${waits.length > 0 ? `at ${waits.join(", ")}` : "for nothing"}`,
    "zh-CN": `${missing["zh-CN"]}；流程实例${waits.length > 0 ? `停在${waits.join("、")}` : "没有等待任何步骤"}`,
  });
}

/** A message met another fate than the scenario says. */
export function wrongFate(
  name: string,
  key: string | null,
  fate: string,
  wanted: string | undefined,
  waits: readonly string[],
): ScenarioFailure {
  const fates: Record<string, { en: string; "zh-CN": string }> = {
    delivered: { en: "was delivered", "zh-CN": "已送达" },
    started: { en: "started a case", "zh-CN": "启动了流程实例" },
    buffered: { en: "found nobody who waits for it", "zh-CN": "没有人等待它" },
    duplicate: { en: "was there before", "zh-CN": "已经收到过" },
  };
  const is = fates[fate] ?? { en: fate, "zh-CN": fate };
  const expected = wanted === undefined ? null : fates[wanted];
  return new ScenarioFailure({
    en: `${name} with key ${key} ${is.en}${expected ? `, expected that it ${expected.en}` : ""}; the case waits at ${waits.join(", ") || "nothing"}`,
    "zh-CN": `消息 ${name}（键 ${key}）${is["zh-CN"]}${expected ? `，预期${expected["zh-CN"]}` : ""}；流程实例停在${waits.join("、") || "无"}`,
  });
}

/** The clock is to move to what is due next, and nothing is. */
export function nothingDue(): ScenarioFailure {
  return new ScenarioFailure({ en: "nothing is due any more", "zh-CN": "没有任何到期的定时器" });
}

/** What is no ISO duration, or one whose length depends on the calendar. */
export function noDuration(text: string): ScenarioFailure {
  return new ScenarioFailure({ en: `${text} is not a duration`, "zh-CN": `${text} 不是时长` });
}

/** How a called flow ends is told only where that flow is not run. */
export function callsRun(node: string): ScenarioFailure {
  return new ScenarioFailure({
    en: `the flow that ${node} calls runs here itself, so its end cannot be told`,
    "zh-CN": `${node}调用的流程在这里会实际运行，不能直接指定结果`,
  });
}
