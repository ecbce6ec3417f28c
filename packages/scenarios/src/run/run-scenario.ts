import type { BilingualText } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import type { Scenario, ScenarioExpectation, ScenarioStep } from "../format/scenario.ts";
import { compareCase } from "./compare-case.ts";
import { isNamed, nameCases } from "./name-cases.ts";
import { type CaseView, ScenarioFailure, type ScenarioHost, ScenarioRefusal } from "./scenario-host.ts";

export interface ScenarioResult {
  readonly ok: boolean;
  /** Sentences about what was different; empty where ok. */
  readonly differences: readonly string[];
  /** The same in both languages, with the step after which it was so: 0 is the start, null the end. */
  readonly findings: readonly ScenarioFinding[];
  /** Of the case that was started first. */
  readonly events: readonly EngineEvent[];
  /** Every case, that one first. */
  readonly cases: readonly CaseView[];
}

export interface ScenarioFinding {
  readonly step: number | null;
  readonly text: BilingualText;
}

/** Carries a scenario out on a host and compares what came of it with what is expected; stops at the first step that differs. */
export async function runScenario(scenario: Scenario, host: ScenarioHost): Promise<ScenarioResult> {
  const findings = await findingsOf(scenario, host);
  const cases = await host.cases();
  return {
    ok: findings.length === 0,
    differences: findings.map(({ text }) => text.en),
    findings,
    events: cases[0]?.events ?? [],
    cases,
  };
}

async function findingsOf(scenario: Scenario, host: ScenarioHost): Promise<readonly ScenarioFinding[]> {
  const { start, steps, expect } = scenario;
  const begun = await attempt(() => host.start(start));
  const atStart = begun === null ? await look(start.expect, host) : [begun.text];
  if (atStart.length > 0) return told(0, { en: "At the start", "zh-CN": "开始时" }, atStart);
  for (const [index, step] of steps.entries()) {
    const different = await differencesOf(step, host);
    if (different.length > 0) return told(index + 1, placeOf(step, index + 1), different);
  }
  return (await look(expect, host)).map((text) => ({ step: null, text }));
}

async function differencesOf(step: ScenarioStep, host: ScenarioHost): Promise<readonly BilingualText[]> {
  const failed = await attempt(() => host.carryOut(step));
  const { refused } = step;
  if (refused === undefined && failed !== null) return [failed.text];
  if (refused !== undefined && !(failed instanceof ScenarioRefusal && failed.code === refused)) {
    const is: BilingualText = failed?.text ?? { en: "it was accepted", "zh-CN": "实际被接受了" };
    return [
      {
        en: `expected this to be refused (${refused}), but ${is.en}`,
        "zh-CN": `预期该操作被拒绝（${refused}），但${is["zh-CN"]}`,
      },
    ];
  }
  return await look(step.expect, host);
}

async function attempt(act: () => Promise<void>): Promise<ScenarioFailure | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof ScenarioFailure) return error;
    throw error;
  }
}

async function look(
  expected: ScenarioExpectation | undefined,
  host: ScenarioHost,
): Promise<readonly BilingualText[]> {
  if (expected === undefined) return [];
  return await host.untilSame(async () => compare(expected, await host.cases()));
}

function compare(expected: ScenarioExpectation, cases: readonly CaseView[]): BilingualText[] {
  const [main] = cases;
  if (main === undefined) return [{ en: "No case has started", "zh-CN": "没有启动任何流程实例" }];
  const names = nameCases(cases.map(({ definition }) => definition));
  const others = Object.entries(expected.cases ?? {}).flatMap(([name, wanted]) => {
    const view = cases[names.findIndex((one) => isNamed(one, name))];
    if (view === undefined)
      return [
        {
          en: `There is no case ${name}; there are ${names.join(", ")}`,
          "zh-CN": `没有流程实例 ${name}；现有${names.join("、")}`,
        },
      ];
    return compareCase(wanted, view).map((text) => ({
      en: `In ${name}: ${text.en}`,
      "zh-CN": `在 ${name} 中：${text["zh-CN"]}`,
    }));
  });
  const started = Object.entries(expected.started ?? {}).flatMap(([definition, wanted]) => {
    const is = cases.filter((one) => one.definition === definition).length;
    return is === wanted
      ? []
      : [
          {
            en: `There are ${is} cases of ${definition}, expected ${wanted}`,
            "zh-CN": `${definition} 有 ${is} 个流程实例，预期 ${wanted} 个`,
          },
        ];
  });
  return [...compareCase(expected, main), ...others, ...started];
}

function told(step: number, place: BilingualText, texts: readonly BilingualText[]): ScenarioFinding[] {
  return texts.map((text) => ({
    step,
    text: { en: `${place.en}: ${text.en}`, "zh-CN": `${place["zh-CN"]}：${text["zh-CN"]}` },
  }));
}

function placeOf(step: ScenarioStep, number: number): BilingualText {
  const at = "node" in step ? step.node : "name" in step ? step.name : "";
  const what = at === "" ? step.kind : `${step.kind} ${at}`;
  return { en: `Step ${number} (${what})`, "zh-CN": `第 ${number} 步（${what}）` };
}
