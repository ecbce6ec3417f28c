import type { DecisionTable, WorkflowDefinition } from "@flowright/definition";
import { expect } from "vitest";
import {
  type Command,
  checkMigration,
  compile,
  type Effect,
  type EngineEvent,
  fold,
  type InstanceState,
  type JobCreate,
  type JsonObject,
  type MigrationPlan,
  migrate,
  type Program,
  programFor,
  type StepContext,
  type StepLimits,
  type StepResult,
  statusOf,
  step,
  type TaskOpen,
  variablesOf,
  type Wait,
  waitsOf,
} from "../src/index.ts";
import { tokensOf } from "../src/state/waiting-steps.ts";

export const NOW = "2026-01-05T01:00:00.000Z";

type Distribute<T> = T extends unknown ? Partial<T> : never;

export function compiled(definition: WorkflowDefinition): Program {
  const result = compile(definition);
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.path} ${p.message.en}`).join("\n"));
  return result.program;
}

/**
 * Drives one instance and holds every step to what must always be true: the same input gives the same bytes, the
 * events fold to the state, the state given in is not touched, the rows outside match what the state waits for, and
 * no token is left standing without a wait.
 */
export class CaseUnderTest {
  program: Program;
  readonly people: Record<string, readonly string[]>;
  readonly decisions: Record<string, DecisionTable>;
  readonly limits: Partial<StepLimits>;
  state: InstanceState | null = null;
  now = NOW;
  readonly events: EngineEvent[] = [];
  readonly effects: Effect[] = [];
  /** Rows that are open outside: kind and id. */
  readonly rows = new Map<string, string>();

  constructor(
    definition: WorkflowDefinition | Program,
    more: {
      people?: Record<string, readonly string[]>;
      limits?: Partial<StepLimits>;
      /** Decision tables of the workspace by id, or by id@version. */
      decisions?: Record<string, DecisionTable>;
    } = {},
  ) {
    this.program = "root" in definition ? definition : compiled(definition);
    this.people = more.people ?? {};
    this.decisions = more.decisions ?? {};
    this.limits = more.limits ?? {};
  }

  /** Carries out a command that must be accepted; gives its events. */
  do(command: Command): readonly EngineEvent[] {
    const result = this.try(command);
    if (!result.ok) throw new Error(`${command.kind} was refused: ${result.problem.message.en}`);
    return result.events;
  }

  /** Carries out a command that may be refused. */
  try(command: Command): StepResult {
    const before = deepFreeze(this.state);
    const result = step(this.program, before, command, this.#context());
    const again = step(this.program, before, command, this.#context());
    return this.#take(result, again, answeredBy(command));
  }

  /** Carries the case to another version of its flow. */
  migrate(to: WorkflowDefinition | Program, plan: Partial<MigrationPlan> = {}): StepResult {
    const program = "root" in to ? to : compiled(to);
    const before = deepFreeze(this.state);
    if (before === null) throw new Error("The case has not been started");
    const whole = { nodes: {}, edges: {}, ...plan };
    const context = { ...this.#context(), by: "root" };
    const result = migrate(this.program, program, before, whole, context);
    const again = migrate(this.program, program, before, whole, context);
    const told = checkMigration(this.program, program, before, whole);
    if (result.ok) expect(told.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    if (result.ok) this.program = program;
    return this.#take(result, again, null);
  }

  #context(): StepContext {
    return {
      now: this.now,
      membersOf: (role: string) => this.people[role] ?? [],
      decision: (id: string, version: number | undefined) =>
        this.decisions[version === undefined ? id : `${id}@${version}`] ?? null,
      limits: this.limits,
    };
  }

  #take(result: StepResult, again: StepResult, answered: string | null): StepResult {
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    if (!result.ok) {
      for (const text of [result.problem.message, result.problem.fix])
        for (const said of Object.values(text)) expect(said).not.toMatch(/\{[a-z]+\}|undefined/);
      return result;
    }
    this.state = result.state;
    // One by one: a turn at its limit has more than a call takes arguments.
    for (const event of result.events) this.events.push(event);
    for (const effect of result.effects) this.effects.push(effect);
    expect(JSON.stringify(fold(this.events))).toBe(JSON.stringify(this.state));
    this.#keepRows(answered, result.effects);
    return result;
  }

  start(variables = {}, by: string | null = "ann"): readonly EngineEvent[] {
    return this.do({ kind: "instance.start", variables, by });
  }

  complete(node: string, more: Partial<Extract<Command, { kind: "task.complete" }>> = {}) {
    const { id } = this.wait("task", node);
    return this.do({ kind: "task.complete", task: id, by: this.assigneeOf(id) ?? "ann", data: {}, ...more });
  }

  /** The timer of an event fires. */
  fire(node: string): readonly EngineEvent[] {
    return this.do({ kind: "timer.fire", timer: this.wait("timer", node).id });
  }

  /** The message that an event waits for comes, with the key that it waits for. */
  hear(node: string, data: JsonObject = {}): readonly EngineEvent[] {
    const { id } = this.wait("message", node);
    const opened = this.seen("message.awaited").find(({ subscription }) => subscription === id);
    const { name = "", key = null } = opened ?? {};
    const message = { name, key, id: `m${this.events.length}`, data };
    return this.do({ kind: "message.deliver", subscription: id, message });
  }

  /** The signal that an event waits for comes. */
  signal(node: string, data: JsonObject = {}): readonly EngineEvent[] {
    const { id } = this.wait("signal", node);
    const { name = "" } = this.seen("signal.awaited").find(({ subscription }) => subscription === id) ?? {};
    const signal = { name, id: `s${this.events.length}`, data };
    return this.do({ kind: "signal.deliver", subscription: id, signal });
  }

  set(variables: JsonObject): readonly EngineEvent[] {
    return this.do({ kind: "variables.set", variables, by: "ann" });
  }

  retry(node: string): readonly EngineEvent[] {
    return this.do({ kind: "incident.retry", incident: this.wait("incident", node).id, by: "ann" });
  }

  wait(kind: Wait["kind"], node: string): Wait {
    const found = this.waits(kind).find((wait) => wait.node === node);
    if (!found) throw new Error(`Nothing of kind ${kind} waits at ${node}: ${JSON.stringify(this.waits())}`);
    return found;
  }

  waits(kind?: Wait["kind"]): Wait[] {
    const all = this.state ? waitsOf(this.state) : [];
    return kind ? all.filter((wait) => wait.kind === kind) : all;
  }

  waitingAt(): string[] {
    return this.waits()
      .map((wait) => `${wait.kind} ${wait.node}`)
      .sort();
  }

  assigneeOf(task: number): string | undefined {
    for (const token of Object.values(this.state?.tokens ?? {})) {
      const open = token.w?.tasks?.[task];
      if (open) return open.assignee;
    }
    return undefined;
  }

  get status() {
    return this.state ? statusOf(this.state) : "not started";
  }

  get variables() {
    return this.state ? variablesOf(this.state) : {};
  }

  seen<K extends EngineEvent["kind"]>(kind: K): (EngineEvent & { kind: K })[] {
    return this.events.filter((event): event is EngineEvent & { kind: K } => event.kind === kind);
  }

  completedNodes(): string[] {
    return this.seen("node.completed").map((event) => event.node);
  }

  incidentCodes(): string[] {
    return this.seen("incident.raised").map((event) => event.code);
  }

  lastTask(): TaskOpen {
    return this.#last("task.open") as TaskOpen;
  }

  lastJob(): JobCreate {
    return this.#last("job.create") as JobCreate;
  }

  #last(kind: Effect["kind"]): Effect {
    const found = this.effects.findLast((effect) => effect.kind === kind);
    if (!found) throw new Error(`No effect ${kind}`);
    return found;
  }

  /** Every row opens once and closes once, and the open ones are exactly what the state waits for. */
  #keepRows(answered: string | null, effects: readonly Effect[]): void {
    if (answered) this.#close(answered);
    for (const effect of effects) {
      const [opens, row] = rowOf(effect);
      if (row === null) continue;
      if (effect.kind === "subscription.close" && this.rows.has(`signal ${effect.subscription}`)) {
        this.#close(`signal ${effect.subscription}`);
        continue;
      }
      if (!opens) this.#close(row);
      else {
        // A task that was announced is told again, and opens with its number.
        const announced = this.rows.get(row) === "announced";
        expect(this.rows.has(row) && !announced, `${row} opens twice`).toBe(false);
        const waits = effect.kind === "task.open" && effect.waitsFor !== undefined;
        this.rows.set(row, waits ? "announced" : effect.kind);
      }
    }
    const waits = this.waits().map((wait) => `${wait.kind} ${wait.id}`);
    expect([...this.rows.keys()].sort()).toEqual(waits.sort());
    for (const token of Object.values(this.state === null ? {} : tokensOf(this.state)))
      expect(Object.keys(token.w ?? {}), `${token.n} waits for nothing`).not.toEqual([]);
    if (this.status !== "active" && this.status !== "suspended") expect(this.rows.size).toBe(0);
    else this.#keepGoing();
  }

  /** Nothing is left behind that no row and no person can move again. */
  #keepGoing(): void {
    const { scopes = {} } = this.state ?? {};
    const tokens = this.state === null ? {} : tokensOf(this.state);
    const program = this.state === null ? this.program : programFor(this.program, this.state);
    const standing = Object.values(tokens).filter(({ l }) => l === undefined);
    for (const [id, scope] of Object.entries(scopes)) {
      const { node } = program.nodes.get(scope.node ?? "") ?? {};
      const byHand = node?.kind === "adHoc" && node.start !== "all" && scope.i === undefined && !scope.ending;
      if (byHand || scope.again) continue;
      expect(
        standing.some(({ s }) => s === Number(id)),
        `nothing moves in scope ${id} of ${scope.node}`,
      ).toBe(true);
    }
    for (const [id, { n, w }] of Object.entries(tokens)) {
      if (w?.undoing === undefined || w.incident !== undefined || w.held !== undefined) continue;
      const undoes = standing.some(
        ({ u, s }) => u === Number(id) || (s === w.undoing?.from && s === w.scope),
      );
      expect(undoes, `nothing undoes for ${n}`).toBe(true);
    }
    for (const { n, s, w } of standing) {
      if (w?.held !== undefined)
        expect(
          standing.some((other) => other.w?.incident === w.held),
          `${n} is held by no incident`,
        ).toBe(true);
      if (w?.ahead === undefined || w.ahead.free || w.incident !== undefined) continue;
      const left = program.nodes.get(n)?.dependsOn.filter(({ step }) => !scopes[s]?.done?.includes(step.id));
      const coming = left?.filter(({ step }) =>
        standing.some((other) => other.s === s && other.n === step.id),
      );
      expect(w.timers !== undefined || (coming?.length ?? 0) > 0, `${n} waits for nothing`).toBe(true);
    }
  }

  #close(row: string): void {
    expect(this.rows.delete(row), `${row} closes without being open`).toBe(true);
  }
}

function answeredBy(command: Command): string | null {
  if (command.kind === "job.complete" || command.kind === "job.fail") return `job ${command.job}`;
  if (command.kind === "timer.fire") return `timer ${command.timer}`;
  if (command.kind === "call.complete" || command.kind === "call.fail") return `call ${command.call}`;
  if (command.kind === "message.deliver") return `message ${command.subscription}`;
  if (command.kind === "signal.deliver") return `signal ${command.subscription}`;
  return null;
}

function rowOf(effect: Effect): [opens: boolean, row: string | null] {
  const { kind, ...ids } = effect as { kind: Effect["kind"] } & Distribute<Effect>;
  const id = (name: string) => (ids as Record<string, unknown>)[name];
  switch (kind) {
    case "task.open":
      return [true, `task ${id("task")}`];
    case "task.close":
      return [false, `task ${id("task")}`];
    case "job.create":
      return [true, `job ${id("job")}`];
    case "job.cancel":
      return [false, `job ${id("job")}`];
    case "timer.schedule":
      return [true, `timer ${id("timer")}`];
    case "timer.cancel":
      return [false, `timer ${id("timer")}`];
    case "subscription.open":
      return [true, `${id("type")} ${id("subscription")}`];
    case "subscription.close":
      return [false, `message ${id("subscription")}`];
    case "call.start":
      return [true, `call ${id("call")}`];
    case "call.cancel":
      return [false, `call ${id("call")}`];
    case "incident.raise":
      return [true, `incident ${id("incident")}`];
    case "incident.resolve":
      return [false, `incident ${id("incident")}`];
    default:
      return [false, null];
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
