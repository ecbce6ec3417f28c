import type { BilingualText } from "@flowright/definition";
import type { CallStart, Command, Effect, JobCreate, TaskOpen } from "@flowright/engine";

export interface Subscription {
  readonly type: "message" | "signal";
  readonly name: string;
  readonly key: string | null;
}

/** Rows as plain JSON: pairs of number and row. */
export interface SavedRows {
  readonly tasks: readonly (readonly [number, TaskOpen])[];
  readonly jobs: readonly (readonly [number, JobCreate])[];
  readonly timers: readonly (readonly [number, number])[];
  readonly subscriptions: readonly (readonly [number, Subscription])[];
  readonly incidents: readonly (readonly [number, OpenIncident])[];
  readonly calls?: readonly (readonly [number, CallStart])[] | undefined;
}

export interface OpenIncident {
  readonly node: string;
  readonly code: string;
  /** What the engine says of it. */
  readonly message?: BilingualText | undefined;
}

/** What a host keeps in tables for one case: a row for everything that it waits for. */
export class OpenRows {
  readonly tasks = new Map<number, TaskOpen>();
  readonly jobs = new Map<number, JobCreate>();
  /** Timer → when it is due, in milliseconds since the epoch. */
  readonly timers = new Map<number, number>();
  readonly subscriptions = new Map<number, Subscription>();
  readonly incidents = new Map<number, OpenIncident>();
  /** Flows that were called and have not ended. */
  readonly calls = new Map<number, CallStart>();

  save(): SavedRows {
    const { tasks, jobs, timers, subscriptions, incidents, calls } = this;
    return {
      tasks: [...tasks],
      jobs: [...jobs],
      timers: [...timers],
      subscriptions: [...subscriptions],
      incidents: [...incidents],
      calls: [...calls],
    };
  }

  static load(saved: SavedRows): OpenRows {
    const rows = new OpenRows();
    for (const [id, row] of saved.tasks) rows.tasks.set(id, row);
    for (const [id, row] of saved.jobs) rows.jobs.set(id, row);
    for (const [id, due] of saved.timers) rows.timers.set(id, due);
    for (const [id, row] of saved.subscriptions) rows.subscriptions.set(id, row);
    for (const [id, row] of saved.incidents) rows.incidents.set(id, row);
    for (const [id, row] of saved.calls ?? []) rows.calls.set(id, row);
    return rows;
  }

  /** The row that a command answers goes with it; all others are closed by effects. */
  answered(command: Command): void {
    if (command.kind === "job.complete" || command.kind === "job.fail") this.jobs.delete(command.job);
    if (command.kind === "timer.fire") this.timers.delete(command.timer);
    if (command.kind === "message.deliver" || command.kind === "signal.deliver")
      this.subscriptions.delete(command.subscription);
    if (command.kind === "call.complete" || command.kind === "call.fail") this.calls.delete(command.call);
  }

  apply(effect: Effect): void {
    switch (effect.kind) {
      case "task.open":
        this.tasks.set(effect.task, effect);
        break;
      case "task.update": {
        const task = this.tasks.get(effect.task);
        const { assignee, candidates } = effect;
        if (task) this.tasks.set(effect.task, { ...task, assignee, candidates });
        break;
      }
      case "task.close":
        this.tasks.delete(effect.task);
        break;
      case "job.create":
        this.jobs.set(effect.job, effect);
        break;
      case "job.cancel":
        this.jobs.delete(effect.job);
        break;
      case "timer.schedule":
        this.timers.set(effect.timer, Date.parse(effect.due));
        break;
      case "timer.cancel":
        this.timers.delete(effect.timer);
        break;
      case "subscription.open":
        this.subscriptions.set(effect.subscription, effect);
        break;
      case "subscription.close":
        this.subscriptions.delete(effect.subscription);
        break;
      case "incident.raise":
        this.incidents.set(effect.incident, {
          node: effect.node,
          code: effect.code,
          message: effect.message,
        });
        break;
      case "incident.resolve":
        this.incidents.delete(effect.incident);
        break;
      case "call.start":
        this.calls.set(effect.call, effect);
        break;
      case "call.cancel":
        this.calls.delete(effect.call);
        break;
      default:
        break;
    }
  }
}
