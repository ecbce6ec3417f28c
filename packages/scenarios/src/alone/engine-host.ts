import type { WorkflowDefinition } from "@flowright/definition";
import type { Scenario, ScenarioStart, ScenarioStep } from "../format/scenario.ts";
import { type CaseView, ScenarioFailure, type ScenarioHost } from "../run/scenario-host.ts";
import { Hands } from "./hands.ts";
import { type Surroundings, World } from "./world.ts";

/** When the clock of a scenario begins that does not say so itself: a Monday morning. */
export const SCENARIO_BEGINS = "2026-01-05T01:00:00.000Z";

export interface ScenarioFlows extends Pick<Surroundings, "definitions" | "decisions" | "openCalls"> {
  /** Flows that cases are migrated to, by the names of their files. */
  readonly others?: ReadonlyMap<string, WorkflowDefinition> | undefined;
}

/**
 * Runs a scenario on the engine alone, with a clock of its own that starts at `now` (ISO instant). Of several flows
 * the first is the one that the scenario starts. Throws a `ScenarioFailure` where a flow does not compile.
 */
export function engineHost(
  flows: WorkflowDefinition | ScenarioFlows,
  people: Scenario["people"],
  now = SCENARIO_BEGINS,
): ScenarioHost {
  const { definitions, decisions, others, openCalls }: ScenarioFlows =
    "definitions" in flows ? flows : { definitions: [flows] };
  const [main] = definitions;
  if (main === undefined) throw new ScenarioFailure({ en: "there is no flow", "zh-CN": "没有流程" });
  const world = new World({ definitions, decisions, people, now, openCalls });
  return new EngineHost(new Hands(main.id, world, others));
}

class EngineHost implements ScenarioHost {
  readonly #hands: Hands;

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  async start(start: ScenarioStart): Promise<void> {
    this.#hands.start(start);
  }

  async carryOut(step: ScenarioStep): Promise<void> {
    this.#hands.carryOut(step);
  }

  async cases(): Promise<readonly CaseView[]> {
    return this.#hands.cases();
  }

  /** Here nothing happens by itself. */
  async untilSame<Difference>(look: () => Promise<readonly Difference[]>): Promise<readonly Difference[]> {
    return await look();
  }
}
