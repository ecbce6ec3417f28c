import { expect, it } from "vitest";
import type { LiveInsert } from "./batch-changes.ts";
import { CASE_CHANGES, groupChanges, TASK_CHANGES } from "./grouped-changes.ts";

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
  const tasks = rows.find(({ topic }) => topic === TASK_CHANGES)?.change;
  expect(tasks).toHaveLength(50);
  expect(tasks).toContainEqual({ people: ["ann"], roles: [], change: closed("i7.1", "i7") });
});

function changed(instanceId: string, seq: number) {
  return { kind: "instance.changed", instanceId, seq } as const;
}

function closed(task: string, instanceId: string) {
  return { kind: "task.closed", task, instanceId } as const;
}
