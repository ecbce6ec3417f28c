import { expect, it } from "vitest";
import type { LiveInsert } from "./batch-changes.ts";
import {
  CASE_CHANGES,
  groupChanges,
  TASK_CHANGES,
  type TaskGroup,
  taskChangesIn,
} from "./grouped-changes.ts";

const everybody = { people: null, roles: null };

it("writes one row for the tasks and one for the cases of each workspace, whatever the number of turns", () => {
  const live: LiveInsert[] = ["east", "west"].flatMap((tenant) =>
    Array.from({ length: 50 }, (_, seq) => [
      { tenant, topic: `instance:i${seq}`, ...everybody, change: changed(`i${seq}`, seq) },
      { tenant, topic: "tasks", people: ["ann"], roles: [], change: closed(`i${seq}.1`, `i${seq}`) },
    ]).flat(),
  );
  live.push({ tenant: "east", topic: "definition:returns", ...everybody, change: changed("i3", 3) });
  const rows = groupChanges(live);
  expect(rows.map(({ tenant, topic }) => `${tenant} ${topic}`).sort()).toEqual([
    "east definition:returns",
    `east ${CASE_CHANGES}`,
    `east ${TASK_CHANGES}`,
    `west ${CASE_CHANGES}`,
    `west ${TASK_CHANGES}`,
  ]);
  const cases = rows.find(({ topic }) => topic === CASE_CHANGES);
  expect([cases?.instances?.[7], cases?.seqs?.[7]]).toEqual(["i7", 7]);
  const tasks = rows.find(({ topic }) => topic === TASK_CHANGES)?.change as readonly TaskGroup[];
  expect(tasks).toHaveLength(1);
  expect(taskChangesIn(tasks)).toHaveLength(50);
  expect(taskChangesIn(tasks)).toContainEqual({ people: ["ann"], roles: [], change: closed("i7.1", "i7") });
});

it("tells the same changes to the same people, and of a task that it is gone before that it is there", () => {
  const opened = (task: string, name: string) =>
    ({ kind: "task.opened", task, name, instanceId: task.split(".")[0] ?? "" }) as const;
  const live: LiveInsert[] = [
    { tenant: "east", topic: "tasks", people: ["bob"], roles: [], change: opened("i1.4", "Check") },
    { tenant: "east", topic: "tasks", people: ["ann"], roles: [], change: opened("i2.4", "Check") },
    { tenant: "east", topic: "tasks", ...everybody, change: closed("i1.4", "i1") },
    { tenant: "east", topic: "tasks", people: ["bob"], roles: [], change: opened("i3.4", "Check") },
  ];
  const [row] = groupChanges(live);
  expect(row?.change).toHaveLength(3);
  const told = taskChangesIn(row?.change as readonly TaskGroup[]);
  expect(told[0]).toEqual({ ...everybody, change: closed("i1.4", "i1") });
  const sorted = (changes: readonly { readonly change: { readonly kind: string } }[]) =>
    changes.map((one) => JSON.stringify([one.change.kind, one])).sort();
  expect(sorted(told)).toEqual(sorted(live.map(({ people, roles, change }) => ({ people, roles, change }))));
});

it("reads rows of before, each change by itself", () => {
  const one = { ...everybody, change: closed("i1.4", "i1") };
  expect(taskChangesIn([one])).toEqual([one]);
});

function changed(instanceId: string, seq: number) {
  return { kind: "instance.changed", instanceId, seq } as const;
}

function closed(task: string, instanceId: string) {
  return { kind: "task.closed", task, instanceId } as const;
}
