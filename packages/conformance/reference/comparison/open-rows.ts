import { type Command, type Effect, type InstanceState, waitsOf } from "@flowright/engine";
import type { SeenWait } from "./view.ts";

interface Row {
  readonly kind: SeenWait["kind"];
  readonly id: number;
  readonly label: string;
  readonly name?: string;
  readonly messageKey?: string | null;
  readonly due?: string;
  readonly people?: readonly string[];
  readonly assignee?: string | null;
  readonly type?: string;
}

const ANNOUNCED = " announced";

/** The rows that a host would keep: opened and closed by effects, and always exactly what the state waits for. */
export class OpenRows {
  readonly #rows = new Map<number, Row>();

  follow(command: Command, effects: readonly Effect[], state: InstanceState): void {
    const answered = answeredBy(command);
    if (answered !== null) this.#close(answered, command.kind);
    for (const effect of effects) this.#follow(effect);
    const rows = [...this.#rows.keys()].sort((one, other) => one - other).join();
    const waits = waitsOf(state)
      .map(({ id }) => id)
      .sort((one, other) => one - other)
      .join();
    if (rows !== waits) throw new Error(`Open rows are ${rows} but the state waits for ${waits}`);
  }

  /** All rows with the place that waits, but for tasks of a plan that are only announced. */
  all(state: InstanceState): (Row & { node: string; scope: number; token: number })[] {
    return waitsOf(state).flatMap(({ id, node, scope, token }) => {
      const row = this.#rows.get(id);
      return row && !row.label.includes(ANNOUNCED) ? [{ ...row, node, scope, token }] : [];
    });
  }

  /** Name and key of what a subscription waits for. */
  awaitedBy(id: number): { name: string; messageKey: string | null } {
    const { name = "", messageKey = null } = this.#rows.get(id) ?? {};
    return { name, messageKey };
  }

  #follow(effect: Effect): void {
    switch (effect.kind) {
      case "task.open":
      case "task.update": {
        const known = this.#rows.get(effect.task);
        const type = effect.kind === "task.open" ? effect.type : known?.type;
        const { roles, people } = effect.candidates;
        const waits = effect.kind === "task.open" && effect.waitsFor ? ANNOUNCED : "";
        const label = `${type}${waits} ${effect.assignee ?? ""} of ${[...roles, ...people].join()}`;
        const row: Row = {
          kind: "task",
          id: effect.task,
          label,
          people,
          assignee: effect.assignee,
          type: type ?? "",
        };
        const announced = known?.label.includes(ANNOUNCED) === true && effect.kind === "task.open";
        if (effect.kind === "task.open" && known && !announced) this.#open(row);
        this.#rows.set(effect.task, row);
        return;
      }
      case "job.create":
        this.#open({ kind: "job", id: effect.job, label: effect.type });
        return;
      case "timer.schedule":
        this.#open({ kind: "timer", id: effect.timer, label: effect.due, due: effect.due });
        return;
      case "subscription.open": {
        const { subscription: id, type, name, key: messageKey } = effect;
        this.#open({ kind: type, id, label: `${name} ${messageKey}`, name, messageKey });
        return;
      }
      case "call.start":
        this.#open({ kind: "call", id: effect.call, label: effect.process });
        return;
      case "incident.raise":
        this.#open({ kind: "incident", id: effect.incident, label: effect.code });
        return;
      default: {
        const closed = closedBy(effect);
        if (closed !== null) this.#close(closed, effect.kind);
      }
    }
  }

  #open(row: Row): void {
    if (this.#rows.has(row.id)) throw new Error(`The ${row.kind} ${row.id} opens twice`);
    this.#rows.set(row.id, row);
  }

  #close(id: number, by: string): void {
    if (!this.#rows.delete(id)) throw new Error(`${by} closes ${id}, which is not open`);
  }
}

function answeredBy(command: Command): number | null {
  switch (command.kind) {
    case "job.complete":
    case "job.fail":
      return command.job;
    case "call.complete":
    case "call.fail":
      return command.call;
    case "timer.fire":
      return command.timer;
    case "message.deliver":
    case "signal.deliver":
      return command.subscription;
    default:
      return null;
  }
}

function closedBy(effect: Effect): number | null {
  switch (effect.kind) {
    case "task.close":
      return effect.task;
    case "job.cancel":
      return effect.job;
    case "timer.cancel":
      return effect.timer;
    case "subscription.close":
      return effect.subscription;
    case "call.cancel":
      return effect.call;
    case "incident.resolve":
      return effect.incident;
    default:
      return null;
  }
}
