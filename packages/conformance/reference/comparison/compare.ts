import type { WorkflowDefinition } from "@flowright/definition";
import { compile, type Program } from "@flowright/engine";
import { Flow } from "../flow.ts";
import type { Action } from "./action.ts";
import { EngineSide } from "./engine-side.ts";
import { FIRST_COME, type Order, otherOrder } from "./orders.ts";
import { ReferenceSide } from "./reference-side.ts";
import { differences, type View } from "./view.ts";

const NOW = "2026-01-05T01:00:00.000Z";
const PEOPLE: Readonly<Record<string, readonly string[]>> = { staff: ["ann", "bob", "cai"] };
/** How often another order of what the text leaves open is tried. */
const OTHER_ORDERS = 1000;
/** Orders for each of the waits that nothing tells from the one that was answered. */
const ORDERS_ALIKE = 20;

/** Most steps of a run that signals of the case itself may lead to. */
const MOST_ACTIONS = 60;

/** A step after which the two are no longer compared, and why. Everything up to there is. */
export type LeftOut =
  /** Both went round in a circle and say so; how far each came is not laid down. */
  | "circle"
  /** The outcome depends on the order of moves, and none of the orders tried leads to that of the engine. */
  | "race"
  /** The text does not say what follows. */
  | "unwritten"
  /** The drawing is none that can run. */
  | "no flow";

export interface Compared {
  readonly actions: readonly Action[];
  /** What differs; null where both sides agree. */
  readonly difference: string | null;
  /** Ids of the edges taken. */
  readonly edges: readonly string[];
  readonly leftOut: LeftOut | null;
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
  if (!compiled.ok) return { actions: [], difference: null, edges: [], leftOut: "no flow" };
  return new Comparison(definition, compiled.program).play(first, player, restartAt);
}

interface Outcome {
  readonly difference?: string | null;
  readonly leftOut?: LeftOut | null;
}

class Comparison {
  readonly #actions: Action[] = [];
  readonly #edges: string[] = [];
  readonly #flow: Flow;
  readonly #engine: EngineSide;
  readonly #reference: ReferenceSide;
  /** The next free number of the reference before each turn. */
  readonly #turns: number[] = [];

  constructor(definition: WorkflowDefinition, program: Program) {
    const flow = new Flow(definition);
    this.#flow = flow;
    const membersOf = (role: string) => PEOPLE[role] ?? [];
    this.#engine = new EngineSide(program, flow, NOW, membersOf);
    this.#reference = new ReferenceSide(definition, NOW, membersOf);
  }

  play(first: Action, player: Player, restartAt: number): Compared {
    let action: Action | null = first;
    const signals: Action[] = [];
    for (let step = 0; action !== null; step++) {
      this.#actions.push(action);
      const outcome = this.#step(action);
      if (outcome !== null) return this.#result(outcome);
      const view = this.#reference.view();
      for (const entry of view.trace) if (entry.startsWith("edge ")) this.#edges.push(entry.slice(5));
      if (step === restartAt) {
        const broken = attempt(() => this.#engine.restart());
        if (broken !== null) return this.#result({ difference: broken });
      }
      signals.push(...signalsOf(view));
      // A case may go on telling itself the same signal for ever.
      const told = this.#actions.length < MOST_ACTIONS ? nextSignal(signals, view) : null;
      action = told ?? player(view, step);
    }
    return this.#result({});
  }

  #result({ difference = null, leftOut = null }: Outcome): Compared {
    return { actions: this.#actions, difference, edges: this.#edges, leftOut };
  }

  #step(action: Action): Outcome | null {
    const kept = this.#reference.keep();
    const alike = this.#reference.alike(action, this.#turns);
    this.#turns.push(kept.next);
    let refused: string | null = null;
    const broken = attempt(() => {
      refused = this.#engine.act(action);
    });
    if (broken !== null) return { difference: `the engine broke: ${broken}` };
    if (refused !== null) return { difference: `the engine refused: ${refused}` };
    this.#reference.act(action, FIRST_COME);
    const raised = this.#engine.incidents();
    const guarded = raised.some((code) => code.startsWith("limit.") || code === "loop.choices");
    if (guarded || this.#reference.lost) {
      // The two count moves in different ways, the reference more.
      if (this.#reference.isUnwritten) return { leftOut: "unwritten" };
      if (this.#reference.lost || this.#reference.busy) return { leftOut: "circle" };
      return { difference: `only the engine went round in a circle: ${raised.join()}` };
    }
    const seen = this.#engine.view();
    const found = differences(seen, this.#reference.view());
    if (found.length === 0) return null;
    const agrees = (way: Action, order: Order) => {
      this.#reference.back(kept);
      this.#reference.act(way, order);
      return differences(seen, this.#reference.view()).length === 0;
    };
    for (const way of alike) {
      if (agrees(way, FIRST_COME)) return null;
      for (let seed = 1; seed <= ORDERS_ALIKE; seed++) {
        if (agrees(way, otherOrder(seed, seen.trace, this.#flow))) return null;
      }
    }
    let always = found;
    for (let seed = 1; seed <= OTHER_ORDERS; seed++) {
      this.#reference.back(kept);
      this.#reference.act(action, otherOrder(seed, seen.trace, this.#flow));
      const now = differences(seen, this.#reference.view());
      if (now.length === 0) return null;
      always = always.filter((line) => now.includes(line));
    }
    // What comes out otherwise in another order is a race that the orders tried did not hit, and no difference.
    return always.length > 0 ? { difference: found.join("\n") } : { leftOut: "race" };
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
