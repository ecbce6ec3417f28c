import type { DecisionTable, Problem, WorkflowDefinition } from "@flowright/definition";
import {
  type Command,
  compile,
  type Effect,
  type EngineEvent,
  type InstanceState,
  type JsonObject,
  type MigrationPlan,
  migrate,
  nextStart,
  type Program,
  type StepLimits,
  statusOf,
  step,
  variablesOf,
} from "@flowright/engine";
import type { MessageFate, Scenario } from "../format/scenario.ts";
import { ScenarioEndless, ScenarioFailure, ScenarioRefusal } from "../run/scenario-host.ts";
import { OpenRows, type SavedRows } from "./open-rows.ts";

/** Flows, tables and people of a scenario that runs on the engine alone. */
export interface Surroundings {
  /** The newest of each id is the one that starts. */
  readonly definitions: readonly WorkflowDefinition[];
  readonly decisions?: { readonly [id: string]: DecisionTable } | undefined;
  readonly people: Scenario["people"];
  /** ISO instant. */
  readonly now: string;
  /** Flows that are compiled already; of the definitions there are none then. */
  readonly flows?: readonly Flow[] | undefined;
  /** User names of those who have a role; absent: as `people` says. */
  readonly membersOf?: ((role: string) => readonly string[]) | undefined;
  readonly limits?: Partial<StepLimits> | undefined;
  /** Whether the clock starts cases; absent: it does. */
  readonly startsByTimer?: boolean | undefined;
  /** Calls of flows that are not there stay open until somebody tells how they end; absent: they fail. */
  readonly openCalls?: boolean | undefined;
  /** Told what happens in a case, in the order in which it does. */
  readonly hears?: ((one: AloneCase, events: readonly EngineEvent[]) => void) | undefined;
}

export interface Flow {
  readonly definition: WorkflowDefinition;
  readonly program: Program;
}

export interface AloneCase {
  flow: Flow;
  state: InstanceState;
  readonly events: EngineEvent[];
  readonly rows: OpenRows;
  /** The case that called it, and with which number. */
  readonly caller: { readonly parent: AloneCase; readonly call: number } | null;
  /** The message that started it, where one per key may run. */
  readonly startedBy: { readonly name: string; readonly key: string | null } | null;
}

/** A world as plain JSON. */
export interface SavedWorld {
  /** ISO instant. */
  readonly now: string;
  readonly messages: number;
  readonly known: readonly string[];
  readonly kept: readonly (Payload & { readonly until: number })[];
  /** Starts by the clock, and when they are due next. */
  readonly starts?: readonly (readonly [string, number])[] | undefined;
  readonly cases: readonly {
    readonly process: string;
    readonly state: InstanceState;
    readonly rows: SavedRows;
    /** Place of the case that called it, and with which number. */
    readonly caller: { readonly case: number; readonly call: number } | null;
    readonly startedBy: AloneCase["startedBy"];
  }[];
}

interface DueTimer {
  readonly one: AloneCase;
  readonly timer: number;
  readonly due: number;
}

interface Payload {
  readonly name: string;
  readonly key: string | null;
  readonly id: string;
  readonly data: JsonObject;
}

/** Timers that may fire, and things that cases may tell each other, in one step of a scenario. */
const MOST_AT_ONCE = 2_000;

/** How long a message that nobody waits for is kept. */
const KEPT_MS = 86_400_000;

/**
 * The cases of one scenario beside each other, with a clock of their own. What one turn asks the host to do for other
 * cases is done after it, in the order in which it was asked, until nothing is left: so the same scenario always gives
 * the same events.
 */
export class World {
  readonly cases: AloneCase[] = [];
  readonly people: Scenario["people"];
  readonly #flows = new Map<string, Flow>();
  readonly #decisions: { readonly [id: string]: DecisionTable };
  readonly #todo: (() => void)[] = [];
  readonly #kept: (Payload & { readonly until: number })[] = [];
  readonly #known = new Set<string>();
  /** Start events of flows that the clock triggers → when they are due next. */
  readonly #starts = new Map<string, { readonly flow: Flow; readonly node: string; due: number }>();
  readonly #since: string;
  readonly #more: Pick<Surroundings, "membersOf" | "limits" | "hears" | "openCalls">;
  #messages = 0;
  now: number;

  constructor(surroundings: Surroundings) {
    const { definitions, decisions = {}, people, now, flows = [], startsByTimer = true } = surroundings;
    this.#more = surroundings;
    this.people = Object.fromEntries(
      Object.entries(people).map(([role, names]) => [role, [...names].sort()]),
    );
    this.#decisions = decisions;
    this.#since = now;
    this.now = Date.parse(now);
    for (const flow of [...flows, ...definitions.map(flowOf)]) this.#flows.set(flow.definition.id, flow);
    if (startsByTimer) for (const flow of this.#flows.values()) this.#scheduleStarts(flow, now);
  }

  flow(id: string): Flow {
    const found = this.#flows.get(id);
    if (found === undefined)
      throw new ScenarioFailure({ en: `there is no flow ${id}`, "zh-CN": `没有流程 ${id}` });
    return found;
  }

  startByHand(flow: string, by: string, variables: JsonObject): void {
    this.#begin(this.flow(flow), { kind: "instance.start", variables, by });
    this.settle();
  }

  /** Starts a case in any way; `flow` may differ from that of later cases only in what it starts at. */
  start(flow: Flow, command: Extract<Command, { kind: "instance.start" }>): AloneCase {
    const one = this.#begin(flow, command);
    one.flow = this.#flows.get(flow.definition.id) ?? flow;
    this.settle();
    return one;
  }

  /** Cases go on by a flow of the same steps and lines, at once. */
  exchange(flow: Flow): void {
    this.#flows.set(flow.definition.id, flow);
    for (const one of this.cases) if (one.flow.definition.id === flow.definition.id) one.flow = flow;
  }

  /** An id for a message or signal that nobody else has. */
  newId(): string {
    return this.#newId();
  }

  /** Everything but the events, as plain JSON; `load` brings it back. */
  save(): SavedWorld {
    return {
      now: new Date(this.now).toISOString(),
      messages: this.#messages,
      known: [...this.#known],
      kept: [...this.#kept],
      starts: [...this.#starts].map(([key, { due }]) => [key, due] as const),
      cases: this.cases.map(({ flow, state, rows, caller, startedBy }) => ({
        process: flow.definition.id,
        state,
        rows: rows.save(),
        caller: caller === null ? null : { case: this.cases.indexOf(caller.parent), call: caller.call },
        startedBy,
      })),
    };
  }

  /** Brings back what `save` gave; the flows must be the same. */
  load({ now, messages, known, kept, starts, cases }: SavedWorld): void {
    const made: AloneCase[] = [];
    for (const { process, state, rows, caller, startedBy } of cases) {
      const parent = caller === null ? undefined : made[caller.case];
      made.push({
        flow: this.flow(process),
        state,
        events: [],
        rows: OpenRows.load(rows),
        caller: caller === null || parent === undefined ? null : { parent, call: caller.call },
        startedBy,
      });
    }
    this.cases.splice(0, Number.POSITIVE_INFINITY, ...made);
    this.#todo.length = 0;
    this.#kept.splice(0, Number.POSITIVE_INFINITY, ...kept);
    this.#known.clear();
    for (const id of known) this.#known.add(id);
    this.#messages = messages;
    this.now = Date.parse(now);
    if (starts !== undefined) this.#loadStarts(new Map(starts));
  }

  /** A start that is not named has had its last time. */
  #loadStarts(saved: ReadonlyMap<string, number>): void {
    for (const [key, start] of [...this.#starts]) {
      const due = saved.get(key);
      if (due === undefined) this.#starts.delete(key);
      else start.due = due;
    }
  }

  /** Carries out a command and all that follows from it; throws a `ScenarioRefusal` where it is refused. */
  command(one: AloneCase, command: Command): void {
    this.#step(one, command);
    this.settle();
  }

  /** The case goes on by another version, which starts new cases from now on, too. */
  migrate(one: AloneCase, to: WorkflowDefinition, plan: MigrationPlan, by: string): void {
    const flow = flowOf(to);
    const result = migrate(one.flow.program, flow.program, one.state, plan, { ...this.#context(), by });
    if (!result.ok) throw refused(result.problem);
    this.#flows.set(to.id, flow);
    one.flow = flow;
    this.#take(one, result);
    this.settle();
  }

  message(message: {
    name: string;
    key: string | null;
    data: JsonObject;
    id?: string | undefined;
  }): MessageFate {
    const { id = this.#newId() } = message;
    if (this.#known.has(id)) return "duplicate";
    this.#known.add(id);
    const fate = this.#correlate({ ...message, id });
    this.settle();
    return fate;
  }

  signal(name: string, data: JsonObject, id = this.#newId()): void {
    this.#broadcast({ name, id, data });
    this.settle();
  }

  /** When something is due next, in milliseconds since the epoch; null for never. */
  nextDue(): number | null {
    let least = this.#earliest()?.due ?? null;
    for (const { due } of this.#starts.values()) if (least === null || due < least) least = due;
    return least;
  }

  /** The clock moves to what is due next, and the first of it happens. */
  fireNext(): void {
    const due = this.nextDue();
    if (due === null) return;
    this.now = Math.max(this.now, due);
    this.#fireOne(due);
    this.settle();
  }

  /** The clock moves, from one due moment to the next, so that each sees the time it was set for. */
  moveTo(time: number): void {
    let fired = 0;
    for (let due = this.nextDue(); due !== null && due <= time; due = this.nextDue()) {
      if (++fired > MOST_AT_ONCE) throw endless();
      this.now = Math.max(this.now, due);
      this.#fireOne(due);
      this.settle();
    }
    this.now = Math.max(this.now, time);
  }

  /** The cases with those that they called right behind them; the first that was started comes first. */
  inOrder(): AloneCase[] {
    const [main, ...others] = this.cases.filter(({ caller }) => caller === null);
    if (main === undefined) return [];
    const byFlow = others
      .map((one, age) => ({ one, age }))
      .sort((a, b) => compareIds(idOf(a.one), idOf(b.one)) || a.age - b.age);
    return [main, ...byFlow.map(({ one }) => one)].flatMap((one) => this.#withCalled(one));
  }

  /** Does what turns asked the host to do for other cases. */
  settle(): void {
    let done = 0;
    for (let next = this.#todo.shift(); next !== undefined; next = this.#todo.shift()) {
      if (++done > MOST_AT_ONCE) throw endless();
      next();
    }
  }

  /** After a case is resumed, or waits anew: messages that came too early find it. */
  #deliverKept(): void {
    const kept = this.#kept.splice(0).filter(({ until }) => until > this.now);
    for (const message of kept) {
      if (this.#waitingFor("message", message.name, message.key).length > 0) this.#correlate(message);
      else this.#kept.push(message);
    }
  }

  #withCalled(one: AloneCase): AloneCase[] {
    const called = this.cases.filter(({ caller }) => caller?.parent === one);
    return [one, ...called.flatMap((child) => this.#withCalled(child))];
  }

  #begin(
    flow: Flow,
    command: Extract<Command, { kind: "instance.start" }>,
    more: Partial<Pick<AloneCase, "caller" | "startedBy">> = {},
  ): AloneCase {
    const result = step(flow.program, null, command, this.#context());
    if (!result.ok) throw refused(result.problem);
    const { state, events, effects } = result;
    const { caller = null, startedBy = null } = more;
    const one: AloneCase = { flow, state, events: [...events], rows: new OpenRows(), caller, startedBy };
    this.cases.push(one);
    this.#more.hears?.(one, events);
    this.#carry(one, effects);
    return one;
  }

  #step(one: AloneCase, command: Command): void {
    const result = step(one.flow.program, one.state, command, this.#context());
    if (!result.ok) throw refused(result.problem);
    one.rows.answered(command);
    this.#take(one, result);
  }

  /** Takes in what a step has made of a case. */
  #take(
    one: AloneCase,
    result: {
      readonly state: InstanceState;
      readonly events: readonly EngineEvent[];
      readonly effects: readonly Effect[];
    },
  ): void {
    one.state = result.state;
    if (this.#more.hears === undefined) for (const event of result.events) one.events.push(event);
    else this.#more.hears(one, result.events);
    this.#carry(one, result.effects);
    if (result.events.some(({ kind }) => kind === "instance.resumed"))
      this.#todo.push(() => this.#deliverKept());
  }

  #context() {
    return {
      now: new Date(this.now).toISOString(),
      membersOf: (role: string) => this.#more.membersOf?.(role) ?? this.people[role] ?? [],
      decision: (id: string) => (Object.hasOwn(this.#decisions, id) ? (this.#decisions[id] ?? null) : null),
      limits: this.#more.limits,
    };
  }

  #carry(one: AloneCase, effects: readonly Effect[]): void {
    for (const effect of effects) {
      one.rows.apply(effect);
      this.#tell(one, effect);
    }
  }

  #tell(one: AloneCase, effect: Effect): void {
    const { caller } = one;
    switch (effect.kind) {
      case "call.start":
        this.#todo.push(() => this.#call(one, effect));
        break;
      case "call.cancel":
        this.#todo.push(() => this.#cancelCalled(one, effect.call));
        break;
      case "caller.escalate":
        if (caller !== null) {
          const { code, message } = effect;
          this.#later(caller.parent, { kind: "call.escalate", call: caller.call, code, message });
        }
        break;
      case "instance.end":
        if (caller !== null) this.#later(caller.parent, endOf(one, caller.call, effect));
        break;
      case "message.send": {
        const { name, key, data } = effect;
        this.#todo.push(() => this.#correlate({ name, key, data, id: this.#newId() }));
        break;
      }
      case "signal.send": {
        const { name, data } = effect;
        this.#todo.push(() => this.#broadcast({ name, data, id: this.#newId() }));
        break;
      }
      case "turn.continue":
        this.#later(one, { kind: "turn.continue" });
        break;
      case "subscription.open":
        if (effect.type === "message" && this.#kept.length > 0) this.#todo.push(() => this.#deliverKept());
        break;
      default:
        break;
    }
  }

  /** What a case tells another that has ended meanwhile is for nobody. */
  #later(one: AloneCase, command: Command): void {
    this.#todo.push(() => {
      const result = step(one.flow.program, one.state, command, this.#context());
      if (!result.ok) return;
      one.rows.answered(command);
      this.#take(one, result);
    });
  }

  #call(
    one: AloneCase,
    { call, process, businessKey, variables }: Extract<Effect, { kind: "call.start" }>,
  ): void {
    const flow = this.#flows.get(process);
    if (flow === undefined && this.#more.openCalls === true) return;
    const called = businessKey === null ? {} : { businessKey };
    try {
      if (flow === undefined)
        throw new ScenarioFailure({ en: `There is no flow ${process}.`, "zh-CN": `没有流程 ${process}。` });
      this.#begin(
        flow,
        { kind: "instance.start", variables, by: null, called },
        { caller: { parent: one, call } },
      );
    } catch (error) {
      if (!(error instanceof ScenarioFailure)) throw error;
      this.#later(one, { kind: "call.fail", call, message: error.text.en });
    }
  }

  #cancelCalled(one: AloneCase, call: number): void {
    const called = this.cases.find(({ caller }) => caller?.parent === one && caller.call === call);
    if (called === undefined) return;
    const reason = "the case that called it went on without it";
    this.#later(called, { kind: "instance.cancel", by: null, reason });
  }

  #correlate(message: Payload): MessageFate {
    const { name, key } = message;
    const waiting = this.#waitingFor("message", name, key);
    for (const { one, subscription } of waiting)
      this.#later(one, { kind: "message.deliver", subscription, message });
    let alive = false;
    let started = false;
    for (const { flow, node, onePerKey } of this.#startsBy("message", name)) {
      if (onePerKey && this.#isAlive(flow, name, key)) {
        alive = true;
        continue;
      }
      started = true;
      const startedBy = onePerKey ? { name, key } : null;
      this.#begin(
        flow,
        { kind: "instance.start", variables: {}, by: null, start: { node, message } },
        { startedBy },
      );
    }
    if (waiting.length > 0) return "delivered";
    if (started) return "started";
    if (alive) return "duplicate";
    this.#kept.push({ ...message, until: this.now + KEPT_MS });
    return "buffered";
  }

  #broadcast(signal: Omit<Payload, "key">): void {
    for (const { one, subscription } of this.#waitingFor("signal", signal.name, null))
      this.#later(one, { kind: "signal.deliver", subscription, signal });
    for (const { flow, node } of this.#startsBy("signal", signal.name))
      this.#begin(flow, { kind: "instance.start", variables: {}, by: null, start: { node, signal } });
  }

  #waitingFor(type: "message" | "signal", name: string, key: string | null) {
    return this.cases
      .filter((one) => statusOf(one.state) === "active")
      .flatMap((one) =>
        [...one.rows.subscriptions].flatMap(([subscription, row]) =>
          row.type === type && row.name === name && row.key === key ? [{ one, subscription }] : [],
        ),
      );
  }

  #startsBy(type: "message" | "signal", name: string) {
    return [...this.#flows.values()].flatMap((flow) =>
      flow.definition.nodes.flatMap((node) => {
        if (node.kind !== "start" || node.trigger?.type !== type) return [];
        const { trigger } = node;
        const own = trigger.type === "message" ? trigger.message.name : trigger.signal.name;
        const onePerKey = trigger.type === "message" && trigger.onePerKey === true;
        return own === name ? [{ flow, node: node.id, onePerKey }] : [];
      }),
    );
  }

  #isAlive(flow: Flow, name: string, key: string | null): boolean {
    return this.cases.some(
      (one) =>
        one.flow.definition.id === flow.definition.id &&
        one.startedBy?.name === name &&
        one.startedBy.key === key &&
        ["active", "suspended"].includes(statusOf(one.state)),
    );
  }

  /** Of timers that are due at the same moment that of the older case, then the older one. */
  #earliest(): DueTimer | null {
    let earliest: DueTimer | null = null;
    for (const one of this.cases) {
      if (one.rows.timers.size === 0 || statusOf(one.state) !== "active") continue;
      for (const [timer, due] of one.rows.timers)
        if (earliest === null || due < earliest.due) earliest = { one, timer, due };
    }
    return earliest;
  }

  #fireOne(due: number): void {
    const timer = this.#earliest();
    if (timer !== null && timer.due <= due) {
      this.#step(timer.one, { kind: "timer.fire", timer: timer.timer });
      return;
    }
    for (const [key, start] of this.#starts) {
      if (start.due > due) continue;
      const { flow, node } = start;
      const next = nextStart(flow.program, node, this.#since, new Date(this.now).toISOString());
      if (next === null) this.#starts.delete(key);
      else start.due = Date.parse(next);
      this.#begin(flow, { kind: "instance.start", variables: {}, by: null, start: { node, timer: true } });
      return;
    }
  }

  #scheduleStarts(flow: Flow, since: string): void {
    for (const node of flow.definition.nodes) {
      if (node.kind !== "start" || node.trigger?.type !== "timer") continue;
      const due = nextStart(flow.program, node.id, since);
      if (due !== null)
        this.#starts.set(`${flow.definition.id} ${node.id}`, { flow, node: node.id, due: Date.parse(due) });
    }
  }

  #newId(): string {
    this.#messages += 1;
    return `scenario-${this.#messages}`;
  }
}

/** Compiles a flow; a `ScenarioFailure` names what keeps it from being compiled. */
export function flowOf(definition: WorkflowDefinition): Flow {
  const compiled = compile(definition);
  if (compiled.ok) return { definition, program: compiled.program };
  const codes = compiled.problems.map((p) => p.code).join(", ");
  throw new ScenarioFailure({
    en: `the flow ${definition.id} does not compile: ${codes}`,
    "zh-CN": `流程 ${definition.id} 无法编译：${codes}`,
  });
}

function refused(problem: Problem): ScenarioRefusal {
  return new ScenarioRefusal(problem.code, problem.message, problem);
}

function endless(): ScenarioFailure {
  return new ScenarioEndless({
    en: `more than ${MOST_AT_ONCE} things happen by themselves in this step`,
    "zh-CN": `这一步中自动发生的事超过了 ${MOST_AT_ONCE} 件`,
  });
}

function endOf(one: AloneCase, call: number, end: Extract<Effect, { kind: "instance.end" }>): Command {
  const { status, error } = end;
  if (error !== undefined) return { kind: "call.fail", call, code: error.code, message: error.message };
  if (status === "cancelled") return { kind: "call.fail", call, message: `the called case was ${status}` };
  return { kind: "call.complete", call, result: variablesOf(one.state) };
}

const idOf = ({ flow }: AloneCase) => flow.definition.id;
const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
