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
  readonly change: LiveChange | readonly TaskGroup[];
  readonly instances: readonly string[] | null;
  /** Number of the last event of each of the instances. */
  readonly seqs: readonly number[] | null;
}

interface Grouped {
  readonly groups: Map<string, TaskGroup & { readonly tasks: string[] }>;
  readonly instances: string[];
  readonly seqs: number[];
}

/** The rows that tell what one batch changed: a few for each workspace, however many turns it had. */
export function groupChanges(live: Iterable<LiveInsert>): LiveRow[] {
  const rows: LiveRow[] = [];
  const tenants = new Map<string, Grouped>();
  for (const { tenant, topic, people, roles, change } of live) {
    if (topic === "tasks" && (change.kind === "task.opened" || change.kind === "task.closed")) {
      const { groups } = groupedOf(tenants, tenant);
      const { kind } = change;
      const name = kind === "task.opened" ? change.name : undefined;
      // Those that closed are told to everybody: nothing else has to be compared.
      const everybody = name === undefined && people === null && roles === null;
      const key = everybody ? kind : `${kind} ${JSON.stringify([name, people, roles])}`;
      const group = groups.get(key) ?? {
        kind,
        ...(name === undefined ? {} : { name }),
        people,
        roles,
        tasks: [],
      };
      groups.set(key, group);
      group.tasks.push(change.task);
    } else if (change.kind === "instance.changed" && topic.startsWith("instance:")) {
      const { instances, seqs } = groupedOf(tenants, tenant);
      instances.push(change.instanceId);
      seqs.push(change.seq);
    } else {
      rows.push({ tenant, topic, change, instances: null, seqs: null });
    }
  }
  for (const [tenant, { groups, instances, seqs }] of tenants) {
    // Closed first: a task that changed hands is told as gone before it is told as there.
    const change = [...groups.values()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
    if (change.length > 0) rows.push({ tenant, topic: TASK_CHANGES, change, instances: null, seqs: null });
    if (instances.length > 0) rows.push({ tenant, topic: CASE_CHANGES, change: [], instances, seqs });
  }
  return rows;
}

function groupedOf(tenants: Map<string, Grouped>, tenant: string): Grouped {
  const found = tenants.get(tenant) ?? { groups: new Map(), instances: [], seqs: [] };
  tenants.set(tenant, found);
  return found;
}
