import type { DecisionTable, WorkflowDefinition } from "@flowright/definition";
import { type DeskWorker, WorkerDesk } from "../../canvas/problem/desk/worker-desk.ts";
import { type KeptScenario, runKept, type ScenarioOutcome } from "../model/kept-scenarios.ts";
import type { ScenarioQuestion } from "./scenario-question.ts";

/** Longest that one scenario may take (milliseconds). */
const MOST_MILLISECONDS = 20_000;

export interface ScenarioRun {
  /** Tables of the workspace by id. */
  readonly decisions?: { readonly [id: string]: DecisionTable } | undefined;
  /** Told of each as it comes. */
  readonly onDone?: ((outcome: ScenarioOutcome) => void) | undefined;
  /** Breaks off at once, in the middle of a scenario, too. */
  readonly signal?: AbortSignal | undefined;
  readonly open?: (() => DeskWorker) | undefined;
}

/**
 * Runs every scenario of a flow, one after the other, in a worker; in the page, with its turn between two of them, where
 * it can have none. One that takes too long is told as such. Gives what was done before it was broken off.
 */
export async function runScenarios(
  definition: WorkflowDefinition,
  { decisions = {}, onDone, signal, open = openWorker }: ScenarioRun = {},
): Promise<readonly ScenarioOutcome[]> {
  const { scenarios = [], ...flow } = definition;
  const desk = new WorkerDesk<ScenarioQuestion, ScenarioOutcome>(open, MOST_MILLISECONDS);
  const stop = () => desk.close();
  signal?.addEventListener("abort", stop);
  const outcomes: ScenarioOutcome[] = [];
  try {
    for (const kept of scenarios) {
      if (signal?.aborted) break;
      const answer = await desk.ask({ definition: flow, kept, decisions });
      if (answer === "unavailable") await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted || answer === "outdated") break;
      const outcome =
        answer === "unavailable"
          ? await runKept(flow, kept, decisions)
          : answer === "late"
            ? tookTooLong(kept)
            : answer;
      outcomes.push(outcome);
      onDone?.(outcome);
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    desk.close();
  }
  return outcomes;
}

function openWorker(): DeskWorker {
  return new Worker(new URL("./scenario-worker.js", import.meta.url), { type: "module", name: "scenarios" });
}

function tookTooLong({ id, name }: KeptScenario): ScenarioOutcome {
  const seconds = MOST_MILLISECONDS / 1000;
  const text = {
    en: `It did not come to an end within ${seconds} seconds and was broken off.`,
    "zh-CN": `${seconds} 秒内未执行完，已中止。`,
  };
  return { id, name, ok: false, findings: [{ step: null, text }], events: [] };
}
