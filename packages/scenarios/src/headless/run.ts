import {
  checkStoredJson,
  type DecisionTable,
  nodesOf,
  type Problem,
  type WorkflowDefinition,
} from "@flowright/definition";
import type { Json, JsonObject } from "@flowright/engine";
import { statusOf, variablesOf } from "@flowright/engine";
import { durationMilliseconds } from "@flowright/expressions";
import { type SavedWorld, World } from "../alone/world.ts";
import { checkShape } from "../format/check-shape.ts";
import { ScenarioEndless, ScenarioFailure, ScenarioRefusal } from "../run/scenario-host.ts";
import { ByItself, type SavedByItself } from "./by-itself.ts";
import { carryOut } from "./command/carry-out.ts";
import { COMMAND_SHAPE } from "./command/command-shape.ts";
import { membersOf } from "./command/doing.ts";
import type { RunCommand } from "./command/run-command.ts";
import { type EventLine, eventLine } from "./event-line.ts";
import { KnownNodes } from "./flow/known-nodes.ts";
import { steeredFlow } from "./flow/steered-flow.ts";
import { type SavedSteering, Steering } from "./flow/steering.ts";
import type { RunParts } from "./run-parts.ts";
import { RunRefusal, runProblem } from "./run-problems.ts";
import { STATE_SHAPE } from "./state-shape.ts";
import type { Stubs } from "./stub/stubs.ts";
import { unknownStubs } from "./stub/unknown-stubs.ts";
import { type WaitingLine, waitingOf } from "./waiting.ts";

export interface RunOptions {
  readonly stubs?: Stubs | undefined;
  /** `auto`: what people and systems are asked for is done at once. */
  readonly tasks?: "auto" | "wait" | undefined;
  /** Events after which the run stops (default 100,000). */
  readonly limit?: number | undefined;
  /** ISO instant at which the clock stands in the beginning. */
  readonly begins?: string | undefined;
  readonly decisions?: { readonly [id: string]: DecisionTable } | undefined;
  /** Flow that `start` means where it names none. */
  readonly process?: string | undefined;
}

export type RunState =
  | "not-started"
  | "completed"
  | "terminated"
  | "cancelled"
  | "waiting"
  | "incident"
  | "limit";

export interface RunSummary {
  readonly state: RunState;
  readonly at: string;
  readonly events: number;
  /** Of the case that was started first. */
  readonly variables: JsonObject;
  readonly waiting: readonly WaitingLine[];
  readonly cases: readonly {
    readonly case: string;
    readonly process: string;
    readonly state: string;
    readonly variables: JsonObject;
  }[];
}

/** What came of a command: its events; a problem where it was refused, and then nothing has changed. */
export interface RunAnswer {
  readonly events: readonly EventLine[];
  readonly problem?: Problem | undefined;
  /** More that the command asked for. */
  readonly more?: JsonObject | undefined;
}

export type OpenedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface SavedRun {
  readonly world: SavedWorld;
  readonly steering: SavedSteering;
  readonly byItself: SavedByItself;
}

const DEFAULT_LIMIT = 100_000;
/** A state that is restored may be large. */
const COMMAND_LIMITS = { depth: 64, characters: 64 * 1024 * 1024 };
const BEGINS = "2026-01-05T01:00:00.000Z";

/** Prepares flows to be run together, without a database; the problems of those that cannot be run. */
export function openRun(definitions: readonly WorkflowDefinition[], options: RunOptions = {}): OpenedRun {
  const known = new KnownNodes(definitions);
  const steering = new Steering(options.stubs ?? {});
  const stray = unknownStubs(steering.stubs, known);
  const made = definitions.map((definition) => steeredFlow(definition, steering));
  const problems = [...stray, ...made.flatMap((one) => (one.ok ? [] : one.problems))];
  if (problems.length > 0) return { ok: false, problems };
  const flows = made.flatMap((one) => (one.ok ? [one.flow] : []));
  return { ok: true, run: new Run(definitions, flows, known, steering, options) };
}

/** Flows that run together on the engine, with a clock of their own. */
export class Run implements RunParts {
  readonly definitions: readonly WorkflowDefinition[];
  readonly known: KnownNodes;
  readonly steering: Steering;
  readonly world: World;
  readonly process: string | undefined;
  readonly #byItself: ByItself;
  readonly #limit: number;
  #events: EventLine[] = [];
  #count = 0;
  #stopped = false;

  constructor(
    definitions: readonly WorkflowDefinition[],
    flows: ConstructorParameters<typeof World>[0]["flows"],
    known: KnownNodes,
    steering: Steering,
    options: RunOptions,
  ) {
    this.definitions = definitions;
    this.known = known;
    this.steering = steering;
    this.process = options.process;
    this.#limit = options.limit ?? DEFAULT_LIMIT;
    const most = mostAsked(definitions);
    this.world = new World({
      definitions: [],
      flows,
      people: {},
      decisions: options.decisions,
      now: options.begins ?? BEGINS,
      startsByTimer: false,
      membersOf: (role) => membersOf(role, most),
      limits: { steps: Math.min(10_000, this.#limit) },
      hears: (one, events) => {
        const index = this.world.cases.indexOf(one);
        const name = String(index < 0 ? this.world.cases.length : index + 1);
        const process = one.flow.definition.id;
        const at = new Date(this.world.now).toISOString();
        for (const event of events) {
          const line = eventLine(event, { process, case: name, at }, known);
          if (line !== null) this.#events.push(line);
        }
        this.#count += events.length;
      },
    });
    this.#byItself = new ByItself(this.world, steering, known, (options.tasks ?? "auto") === "auto");
  }

  /** Carries out a command that may be anything at all; one that cannot be carried out changes nothing. */
  answer(command: unknown): RunAnswer {
    const [wrong] = [
      ...checkStoredJson(command, COMMAND_LIMITS),
      ...checkShape(command, COMMAND_SHAPE, "command"),
    ];
    if (wrong !== undefined) return { events: [], problem: wrong };
    return this.carryOut(command as RunCommand);
  }

  carryOut(command: RunCommand): RunAnswer {
    return this.#attempt(() => {
      if (command.do === "advance") this.#advance(command.by);
      else if (command.do === "state") return { state: this.#save() as unknown as Json };
      else if (command.do === "restore") this.#restore(command.state);
      else {
        const more = carryOut(this, command);
        this.#rest();
        return more;
      }
      return undefined;
    });
  }

  /** The clock moves on until nothing is due any more, or by an ISO duration. */
  advance(by: "until-idle" | string): RunAnswer {
    return this.#attempt(() => {
      if (by === "until-idle") this.#moveTo(Number.POSITIVE_INFINITY);
      else this.#advance(by);
      return undefined;
    });
  }

  /** A flow is compiled anew, after something was held. */
  exchange(process: string): void {
    const definition = this.definitions.find(({ id }) => id === process);
    const made = definition === undefined ? null : steeredFlow(definition, this.steering);
    if (made?.ok) this.world.exchange(made.flow);
  }

  waiting(): WaitingLine[] {
    return this.world.cases.flatMap((one, index) => waitingOf(one, String(index + 1), this.known));
  }

  summary(): RunSummary {
    const cases = this.world.cases.map((one, index) => ({
      case: String(index + 1),
      process: one.flow.definition.id,
      state: statusOf(one.state),
      variables: variablesOf(one.state),
    }));
    return {
      state: this.#state(),
      at: new Date(this.world.now).toISOString(),
      events: this.#count,
      variables: cases[0]?.variables ?? {},
      waiting: this.waiting(),
      cases,
    };
  }

  #state(): RunState {
    const { cases } = this.world;
    const [first] = cases;
    if (first === undefined) return "not-started";
    const codes = cases.flatMap(({ rows }) => [...rows.incidents.values()].map(({ code }) => code));
    if (this.#stopped || codes.some((code) => code.startsWith("limit."))) return "limit";
    if (codes.length > 0) return "incident";
    const busy = cases.some(({ state }) => ["active", "suspended"].includes(statusOf(state)));
    return busy ? "waiting" : (statusOf(first.state) as RunState);
  }

  #attempt(act: () => JsonObject | undefined): RunAnswer {
    const before = this.#save();
    const [count, stopped] = [this.#count, this.#stopped];
    this.#events = [];
    try {
      const more = act();
      return { events: this.#events, ...(more === undefined ? {} : { more }) };
    } catch (error) {
      if (error instanceof ScenarioEndless) {
        this.#stopped = true;
        return { events: this.#events, problem: runProblem("run.limit", { limit: this.#count }) };
      }
      const problem = problemOf(error);
      this.#load(before);
      this.#count = count;
      this.#stopped = stopped;
      return { events: [], problem };
    }
  }

  #advance(by: string): void {
    const milliseconds = durationOf(by);
    if (milliseconds < 0) throw new RunRefusal("run.backwards", {}, { path: "/by" });
    this.#moveTo(this.world.now + milliseconds);
  }

  #moveTo(time: number): void {
    this.#rest();
    for (;;) {
      const timer = this.world.nextDue();
      const answer = this.#byItself.nextDue();
      const due = Math.min(timer ?? Number.POSITIVE_INFINITY, answer ?? Number.POSITIVE_INFINITY);
      if (due > time || due === Number.POSITIVE_INFINITY || this.#stopped) break;
      if (timer !== null && timer <= due) this.world.fireNext();
      else this.world.now = Math.max(this.world.now, due);
      this.#rest();
    }
    if (time !== Number.POSITIVE_INFINITY) this.world.now = Math.max(this.world.now, time);
  }

  /** People and systems do what they can now. */
  #rest(): void {
    do {
      if (this.#count >= this.#limit) throw new ScenarioEndless({ en: "limit", "zh-CN": "上限" });
    } while (this.#byItself.one());
  }

  #save(): SavedRun {
    return {
      world: this.world.save(),
      steering: this.steering.save(),
      byItself: this.#byItself.save(),
    };
  }

  #load({ world, steering, byItself }: SavedRun): void {
    const held = [...this.steering.held].join();
    this.steering.load(steering);
    if ([...this.steering.held].join() !== held) for (const { id } of this.definitions) this.exchange(id);
    this.world.load(world);
    this.#byItself.load(byItself);
  }

  #restore(state: JsonObject): void {
    const [wrong] = checkShape(state, STATE_SHAPE, "state");
    if (wrong !== undefined)
      throw wrongState(wrong.message.en, wrong.message["zh-CN"], `/state${wrong.path}`);
    try {
      this.#load(state as unknown as SavedRun);
      this.waiting();
      this.summary();
    } catch (error) {
      const text = error instanceof ScenarioFailure ? error.text : null;
      throw wrongState(text?.en ?? "it is not consistent", text?.["zh-CN"] ?? "内容不一致", "/state");
    }
  }
}

function wrongState(reason: string, zh: string, path: string): RunRefusal {
  return new RunRefusal("run.wrong-state", { reason, "reason:zh-CN": zh }, { path });
}

function durationOf(text: string): number {
  const milliseconds = durationMilliseconds(text);
  if (milliseconds === null) throw new RunRefusal("run.no-duration", { text }, { path: "/by" });
  return milliseconds;
}

/** The most people that an approval of any flow may need. */
function mostAsked(definitions: readonly WorkflowDefinition[]): number {
  let most = 1;
  for (const definition of definitions)
    for (const { node } of nodesOf(definition))
      if (node.kind === "approval" && node.rule.type === "nOfM") most = Math.max(most, node.rule.n);
  return most;
}

function problemOf(error: unknown): Problem {
  if (error instanceof RunRefusal) return error.problem;
  if (error instanceof ScenarioRefusal && error.problem !== null) return error.problem;
  if (error instanceof ScenarioFailure)
    return runProblem("run.failed", { reason: error.text.en, "reason:zh-CN": error.text["zh-CN"] });
  throw error;
}
