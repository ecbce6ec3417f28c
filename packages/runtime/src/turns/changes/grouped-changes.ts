import type { LiveChange } from "@flowright/client";
import type { LiveInsert } from "./batch-changes.ts";

/**
 * Topics of rows that hold the changes of a whole batch. A batch has up to three changes for each of its turns, and a
 * row with its index entries for each of them was the dearest part of a turn.
 */
export const TASK_CHANGES = "every task";
export const CASE_CHANGES = "every case";

/** One change of tasks and who may hear of it; everybody where both are null. */
export interface TaskChange {
  readonly people: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly change: LiveChange;
}

/** The same change of many tasks, for the same people. */
export interface TaskGroup {
  readonly kind: "task.opened" | "task.closed";
  /** Of the step; for those that opened. */
  readonly name?: Extract<LiveChange, { kind: "task.opened" }>["name"];
  readonly people: readonly string[] | null;
  readonly roles: readonly string[] | null;
  /** Ids of tasks, each of them the id of its case, a point and a number. */
  readonly tasks: readonly string[];
}

/** The changes of tasks in a row, one by one. Rows of before have each of them by itself. */
export function taskChangesIn(row: readonly (TaskChange | TaskGroup)[]): TaskChange[] {
  return row.flatMap((entry) => {
    if ("change" in entry) return [entry];
    const { kind, name = "", people, roles, tasks } = entry;
    return tasks.map((task) => {
      const instanceId = task.slice(0, task.lastIndexOf("."));
      const change: LiveChange =
        kind === "task.opened" ? { kind, task, name, instanceId } : { kind, task, instanceId };
      return { people, roles, change };
    });
  });
}

/** A row of the feed: one change, the changes of tasks, or the cases that changed. */
export interface LiveRow {
  readonly tenant: string;
  readonly topic: string;
  readonly change: LiveChange | readonly TaskChange[];
  readonly instances: readonly string[] | null;
  /** Number of the last event of each of the instances. */
  readonly seqs: readonly number[] | null;
}

/** The rows that tell what one batch changed: a few for each workspace, however many turns it had. */
export function groupChanges(live: Iterable<LiveInsert>): LiveRow[] {
  const single: LiveRow[] = [];
  const tasks = new Map<string, TaskChange[]>();
  const cases = new Map<string, { readonly instances: string[]; readonly seqs: number[] }>();
  for (const { tenant, topic, people, roles, change } of live) {
    if (topic === "tasks") {
      of(tasks, tenant, () => []).push({ people, roles, change });
    } else if (change.kind === "instance.changed" && topic === `instance:${change.instanceId}`) {
      const changed = of(cases, tenant, () => ({ instances: [], seqs: [] }));
      changed.instances.push(change.instanceId);
      changed.seqs.push(change.seq);
    } else {
      single.push({ tenant, topic, change, instances: null, seqs: null });
    }
  }
  return [
    ...single,
    ...[...tasks].map(([tenant, change]) => row(tenant, TASK_CHANGES, change)),
    ...[...cases].map(([tenant, changed]) => ({ ...row(tenant, CASE_CHANGES, []), ...changed })),
  ];
}

function row(tenant: string, topic: string, change: readonly TaskChange[]): LiveRow {
  return { tenant, topic, change, instances: null, seqs: null };
}

function of<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
