import type { WorkflowDefinition } from "@flowright/definition";
import { compile, type Program } from "@flowright/engine";
import { Flow } from "../flow.ts";
import type { Action } from "./action.ts";
import { EngineSide } from "./engine-side.ts";
import { ReferenceSide } from "./reference-side.ts";
import { differences, type View } from "./view.ts";

const NOW = "2026-01-05T01:00:00.000Z";
const PEOPLE: Readonly<Record<string, readonly string[]>> = { staff: ["ann", "bob", "cai"] };
/** How often another order of what the text leaves open is tried. */
const OTHER_ORDERS = 60;
const MANY_ORDERS = 1000;

/** Most steps of a run that signals of the case itself may lead to. */
const MOST_ACTIONS = 60;

const LEFT_OUT = "left out";

export interface Compared {
  readonly actions: readonly Action[];
  /** What differs; null where both sides agree. */
  readonly difference: string | null;
  /** Ids of the edges taken. */
  readonly edges: readonly string[];
  /** It went round in a circle or became a race, or the definition is none that can run. */
  readonly leftOut: boolean;
}

/** Chooses what happens next from how the case stands; null ends the run. */
export type Player = (view: View, step: number) => Action | null;

/** Plays one case on both sides, step by step, until they differ or nothing more happens. */
export function compare(
  definition: WorkflowDefinition,
  first: Action,
  player: Player,
  restartAt: number,
): Compared {
  const compiled = compile(definition);
  if (!compiled.ok) return { actions: [], difference: null, edges: [], leftOut: true };
  return new Comparison(definition, compiled.program).play(first, player, restartAt);
}

class Comparison {
  readonly #actions: Action[] = [];
  readonly #edges: string[] = [];
  readonly #engine: EngineSide;
  readonly #reference: ReferenceSide;

  constructor(definition: WorkflowDefinition, program: Program) {
    const flow = new Flow(definition);
    const membersOf = (role: string) => PEOPLE[role] ?? [];
    this.#engine = new EngineSide(program, flow, NOW, membersOf);
    this.#reference = new ReferenceSide(flow, NOW, membersOf);
  }

  play(first: Action, player: Player, restartAt: number): Compared {
    let action: Action | null = first;
    const signals: Action[] = [];
    for (let step = 0; action !== null; step++) {
      this.#actions.push(action);
      const outcome = this.#step(action);
      if (outcome !== null) return this.#result(outcome === LEFT_OUT ? null : outcome, outcome === LEFT_OUT);
      const view = this.#reference.view();
      for (const entry of view.trace) if (entry.startsWith("edge ")) this.#edges.push(entry.slice(5));
      if (step === restartAt) {
        const broken = attempt(() => this.#engine.restart());
        if (broken !== null) return this.#result(broken, false);
      }
      signals.push(...signalsOf(view));
      // A case may go on telling itself the same signal for ever.
      const told = this.#actions.length < MOST_ACTIONS ? nextSignal(signals, view) : null;
      action = told ?? player(view, step);
    }
    return this.#result(null, false);
  }

  #result(difference: string | null, leftOut: boolean): Compared {
    return { actions: this.#actions, difference, edges: this.#edges, leftOut };
  }

  #step(action: Action): string | null {
    const kept = this.#reference.keep();
    let refused: string | null = null;
    const broken = attempt(() => {
      refused = this.#engine.act(action);
    });
    if (broken !== null) return `the engine broke: ${broken}`;
    if (refused !== null) return `the engine refused: ${refused}`;
    this.#reference.act(action, () => 0);
    const raised = this.#engine.incidents();
    const guarded = raised.some((code) => code.startsWith("limit.") || code === "loop.choices");
    if (guarded || this.#reference.lost) {
      // The two count moves in different ways, the reference more.
      if (this.#reference.lost || this.#reference.busy) return LEFT_OUT;
      return `only the engine went round in a circle: ${raised.join()}`;
    }
    const seen = this.#engine.view();
    const found = differences(seen, this.#reference.view());
    if (found.length === 0) return null;
    // In which order steps of branches were completed shows in nothing else, so it takes longer to hit.
    const tries = found.every((line) => line.startsWith("undoable")) ? MANY_ORDERS : OTHER_ORDERS;
    let always = found;
    for (let seed = 1; seed <= tries; seed++) {
      this.#reference.back(kept);
      this.#reference.act(action, seed === 1 ? (ways) => ways - 1 : random(seed));
      const now = differences(seen, this.#reference.view());
      if (now.length === 0) return null;
      always = always.filter((line) => now.includes(line));
    }
    // What comes out otherwise in another order is a race that the orders tried did not hit, and no difference.
    return always.length > 0 ? found.join("\n") : LEFT_OUT;
  }
}

/** The message of what was thrown; null where nothing was. */
function attempt(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}

/** A signal that was sent reaches everything that waits for it when the turn is over. */
function signalsOf({ told, waits }: View): Action[] {
  return told.flatMap((text) => {
    const [type, name, , data = "{}"] = text.split(" ");
    if (type !== "signal") return [];
    const reached = waits.filter(({ kind, key }) => kind === "signal" && key.includes(`(${name} `));
    return reached.map(
      ({ key }): Action => ({ do: "deliver", key, nth: 0, data: JSON.parse(data) as Record<string, never> }),
    );
  });
}

function nextSignal(signals: Action[], { waits }: View): Action | null {
  for (let next = signals.shift(); next !== undefined; next = signals.shift()) {
    const { key } = next as Extract<Action, { do: "deliver" }>;
    if (waits.some((wait) => wait.key === key)) return next;
  }
  return null;
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
function random(seed: number): (ways: number) => number {
  let state = seed;
  return (ways) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % ways;
  };
}
