import type { BilingualText } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import type { Scenario, ScenarioStart, ScenarioStep } from "../format/scenario.ts";
import { type CaseView, ScenarioFailure } from "../run/scenario-host.ts";
import { viewOf } from "../run/view-of.ts";
import { SCENARIO_BEGINS, type ScenarioFlows } from "./engine-host.ts";
import { Hands } from "./hands.ts";
import { type AloneCase, type Flow, flowOf, type SavedWorld, World } from "./world.ts";

/** How things stand on a stage: plain data that nothing changes any more, so that one can always come back to it. */
export interface Scene {
  readonly world: SavedWorld;
  /** Everything that has happened, by case in the order in which they began. */
  readonly events: readonly (readonly EngineEvent[])[];
}

/** What is done on a stage: the start of a scenario, or one of its steps. */
export type Act =
  | { readonly kind: "start"; readonly start: ScenarioStart }
  | { readonly kind: "step"; readonly step: ScenarioStep };

export type Performed =
  | {
      readonly ok: true;
      readonly scene: Scene;
      /** Of all cases in this act. */
      readonly events: readonly EngineEvent[];
    }
  | { readonly ok: false; readonly text: BilingualText };

/**
 * A flow that is played one act of a scenario at a time, from any scene: the same acts on the same scene always give
 * the same next scene, and what was played is a scenario that runs the same way. A called flow that is not among
 * `flows` stays open until a `call` step tells how it ends.
 */
export class Stage {
  readonly #flows: readonly Flow[];
  readonly #people: Scenario["people"];
  readonly #decisions: ScenarioFlows["decisions"];
  readonly #begins: string;

  /** Of several flows the first is the one that is played. Throws a `ScenarioFailure` where a flow does not compile. */
  constructor(
    { definitions, decisions }: Omit<ScenarioFlows, "openCalls">,
    people: Scenario["people"],
    begins = SCENARIO_BEGINS,
  ) {
    this.#flows = definitions.map(flowOf);
    this.#people = people;
    this.#decisions = decisions;
    this.#begins = begins;
  }

  /** The next scene; where the act cannot be done, why. Null: nothing has happened yet. */
  perform(scene: Scene | null, act: Act): Performed {
    const world = this.#worldOf(scene);
    const hands = new Hands(this.#flows[0]?.definition.id ?? "", world);
    try {
      if (act.kind === "start") hands.start(act.start);
      else hands.carryOut(act.step);
    } catch (error) {
      if (error instanceof ScenarioFailure) return { ok: false, text: error.text };
      throw error;
    }
    const fresh = world.cases.map(({ events }) => events);
    return {
      ok: true,
      events: fresh.flat(),
      scene: {
        world: world.save(),
        events: fresh.map((events, index) => [...(scene?.events[index] ?? []), ...events]),
      },
    };
  }

  /** The cases as they stand, the one that was started first in front; with everything that each waits for. */
  cases(scene: Scene): readonly StagedCase[] {
    const world = this.#worldOf(scene);
    return world.inOrder().map(({ flow, state, rows }) => {
      const events = scene.events[world.cases.findIndex((one) => one.rows === rows)] ?? [];
      return { flow, state, rows, view: viewOf({ definition: flow.definition, state }, events, rows) };
    });
  }

  /** When the clock brings about something next, as an ISO instant; null where nothing is due any more. */
  nextDue(scene: Scene): string | null {
    const due = this.#worldOf(scene).nextDue();
    return due === null ? null : new Date(due).toISOString();
  }

  #worldOf(scene: Scene | null): World {
    const world = new World({
      definitions: [],
      flows: this.#flows,
      decisions: this.#decisions,
      people: this.#people,
      now: this.#begins,
      openCalls: true,
    });
    if (scene !== null) world.load(scene.world);
    return world;
  }
}

export type StagedCase = Pick<AloneCase, "flow" | "state" | "rows"> & { readonly view: CaseView };
