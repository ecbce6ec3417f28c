import type { WorkflowDefinition } from "@flowright/definition";
import {
  type Command,
  compile,
  type Effect,
  type EngineEvent,
  type InstanceState,
  type JobCreate,
  type Program,
  statusOf,
  step,
  type TaskOpen,
  variablesOf,
} from "@flowright/engine";
import { durationMilliseconds } from "@flowright/expressions";
import type { Scenario, ScenarioStart } from "./scenario.ts";
import { ScenarioFailure, type ScenarioHost } from "./scenario-host.ts";

interface Subscription {
  readonly subscription: number;
  readonly name: string;
  readonly key: string | null;
}

/** Runs a scenario on the engine alone, with a clock of its own that starts at `now` (ISO instant). */
export function engineHost(
  definition: WorkflowDefinition,
  people: Scenario["people"],
  now = "2026-01-05T01:00:00.000Z",
): ScenarioHost {
  const compiled = compile(definition);
  if (!compiled.ok)
    throw new ScenarioFailure(
      `The flow does not compile: ${compiled.problems.map((p) => p.code).join(", ")}`,
    );
  return new EngineHost(definition, compiled.program, people, Date.parse(now));
}

class EngineHost implements ScenarioHost {
  readonly #definition: WorkflowDefinition;
  readonly #program: Program;
  readonly #people: Scenario["people"];
  #now: number;
  #state: InstanceState | null = null;
  #messages = 0;
  readonly #events: EngineEvent[] = [];
  readonly #tasks = new Map<number, TaskOpen>();
  readonly #jobs = new Map<number, JobCreate>();
  readonly #timers = new Map<number, number>();
  readonly #subscriptions = new Map<number, Subscription>();

  constructor(definition: WorkflowDefinition, program: Program, people: Scenario["people"], now: number) {
    this.#definition = definition;
    this.#program = program;
    this.#people = people;
    this.#now = now;
  }

  async start(start: ScenarioStart): Promise<void> {
    if (start.kind === "by-hand")
      return this.#step({ kind: "instance.start", variables: start.variables, by: start.by });
    const node = this.#definition.nodes.find(
      (n) => n.kind === "start" && n.trigger?.type === "message" && n.trigger.message.name === start.name,
    );
    if (!node) throw new ScenarioFailure(`No start event takes the message ${start.name}`);
    this.#step({
      kind: "instance.start",
      variables: {},
      by: null,
      start: { node: node.id, message: { ...start, id: this.#messageId() } },
    });
  }

  async task(wanted: Parameters<ScenarioHost["task"]>[0]): Promise<void> {
    const open = [...this.#tasks.values()].find(
      (t) => t.node === wanted.node && (t.assignee === null || t.assignee === wanted.by),
    );
    if (!open)
      throw new ScenarioFailure(`No task of ${wanted.by} is open at ${wanted.node}; ${this.#waits()}`);
    this.#step({
      kind: "task.complete",
      task: open.task,
      by: wanted.by,
      data: wanted.data ?? {},
      outcome: wanted.outcome,
      comment: wanted.comment,
      checked: wanted.checked,
    });
  }

  async job(wanted: Parameters<ScenarioHost["job"]>[0]): Promise<void> {
    const open = [...this.#jobs.values()].find((j) => j.node === wanted.node);
    if (!open) throw new ScenarioFailure(`No call is open at ${wanted.node}; ${this.#waits()}`);
    if ((wanted.failures ?? 0) >= open.attempts)
      this.#step({ kind: "job.fail", job: open.job, message: "The system did not answer" });
    else this.#step({ kind: "job.complete", job: open.job, result: wanted.result });
  }

  async message(wanted: Parameters<ScenarioHost["message"]>[0]): Promise<void> {
    const open = [...this.#subscriptions.values()].find(
      (s) => s.name === wanted.name && s.key === wanted.key,
    );
    if (!open)
      throw new ScenarioFailure(`Nothing waits for ${wanted.name} with key ${wanted.key}; ${this.#waits()}`);
    this.#step({
      kind: "message.deliver",
      subscription: open.subscription,
      message: { name: wanted.name, key: wanted.key, id: this.#messageId(), data: wanted.data },
    });
  }

  async advance(wanted: Parameters<ScenarioHost["advance"]>[0]): Promise<void> {
    const milliseconds = durationMilliseconds(wanted.duration);
    if (milliseconds === null) throw new ScenarioFailure(`${wanted.duration} is not a duration`);
    const until = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers]
        .filter(([, due]) => due <= until)
        .sort((a, b) => a[1] - b[1] || a[0] - b[0])[0];
      if (!next) break;
      this.#now = Math.max(this.#now, next[1]);
      this.#step({ kind: "timer.fire", timer: next[0] });
    }
    this.#now = until;
  }

  async outcome() {
    if (!this.#state) return { status: "not started", variables: {}, events: [] };
    return { status: statusOf(this.#state), variables: variablesOf(this.#state), events: this.#events };
  }

  #step(command: Command): void {
    const result = step(this.#program, this.#state, command, {
      now: new Date(this.#now).toISOString(),
      membersOf: (role) => this.#people[role] ?? [],
    });
    if (!result.ok) throw new ScenarioFailure(`${command.kind} was refused: ${result.problem.message.en}`);
    this.#state = result.state;
    this.#events.push(...result.events);
    this.#answered(command);
    for (const effect of result.effects) this.#apply(effect);
  }

  /** The row that a command answers goes with it; all others are closed by effects. */
  #answered(command: Command): void {
    if (command.kind === "job.complete" || command.kind === "job.fail") this.#jobs.delete(command.job);
    if (command.kind === "timer.fire") this.#timers.delete(command.timer);
    if (command.kind === "message.deliver") this.#subscriptions.delete(command.subscription);
  }

  #apply(effect: Effect): void {
    switch (effect.kind) {
      case "task.open":
        this.#tasks.set(effect.task, effect);
        break;
      case "task.update": {
        const task = this.#tasks.get(effect.task);
        if (task)
          this.#tasks.set(effect.task, { ...task, assignee: effect.assignee, candidates: effect.candidates });
        break;
      }
      case "task.close":
        this.#tasks.delete(effect.task);
        break;
      case "job.create":
        this.#jobs.set(effect.job, effect);
        break;
      case "job.cancel":
        this.#jobs.delete(effect.job);
        break;
      case "timer.schedule":
        this.#timers.set(effect.timer, Date.parse(effect.due));
        break;
      case "timer.cancel":
        this.#timers.delete(effect.timer);
        break;
      case "subscription.open":
        this.#subscriptions.set(effect.subscription, effect);
        break;
      case "subscription.close":
        this.#subscriptions.delete(effect.subscription);
        break;
      case "incident.raise":
      case "incident.resolve":
      case "instance.end":
        break;
    }
  }

  #messageId(): string {
    this.#messages += 1;
    return `scenario-${this.#messages}`;
  }

  #waits(): string {
    const names = [
      ...[...this.#tasks.values()].map((t) => `task ${t.node}`),
      ...[...this.#jobs.values()].map((j) => `call ${j.node}`),
      ...[...this.#subscriptions.values()].map((s) => `message ${s.name} ${s.key}`),
    ];
    return names.length > 0 ? `the case waits for ${names.join(", ")}` : "the case waits for nothing";
  }
}
