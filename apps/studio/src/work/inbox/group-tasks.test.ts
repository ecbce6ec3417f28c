import type { TaskSummary } from "@flowright/client";
import { expect, test } from "vitest";
import { groupOf, inboxLines } from "./group-tasks.ts";

const NOW = new Date(2026, 10, 24, 12, 0).getTime();
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

function task(id: string, over: Partial<TaskSummary> = {}): TaskSummary {
  return {
    id,
    instanceId: "i",
    instanceNumber: "RET-1",
    instanceTitle: null,
    businessKey: null,
    definitionId: "d",
    definitionName: "d",
    node: "n",
    name: "Review",
    type: "work",
    status: "open",
    assignee: null,
    candidateRoles: [],
    candidatePeople: [],
    openedAt: at(-10),
    due: null,
    closedAt: null,
    closedBy: null,
    outcome: null,
    returnReason: null,
    waitsFor: [],
    ...over,
  };
}

test("a task is overdue, due today, later or done", () => {
  expect(groupOf(task("a", { due: at(-1) }), NOW)).toBe("overdue");
  expect(groupOf(task("a", { due: at(0) }), NOW)).toBe("overdue");
  expect(groupOf(task("a", { due: at(11) }), NOW)).toBe("today");
  expect(groupOf(task("a", { due: at(13) }), NOW)).toBe("later");
  expect(groupOf(task("a"), NOW)).toBe("later");
  expect(groupOf(task("a", { status: "completed", due: at(-1) }), NOW)).toBe("done");
});

test("the most urgent comes first, and no task is lost", () => {
  const tasks = [
    task("none"),
    task("later", { due: at(40) }),
    task("late", { due: at(-1) }),
    task("done", { status: "completed", closedAt: at(-2) }),
    task("later-still", { due: at(90) }),
    task("very-late", { due: at(-30) }),
    task("today", { due: at(2) }),
  ];
  expect(
    inboxLines(tasks, NOW).map((line) =>
      line.kind === "group" ? `${line.group} ${line.count}` : line.task.id,
    ),
  ).toEqual([
    "overdue 2",
    "very-late",
    "late",
    "today 1",
    "today",
    "later 3",
    "later",
    "later-still",
    "none",
    "done 1",
    "done",
  ]);
});

test("tasks with the same due time are ordered by age, those done by when they were done", () => {
  const due = at(1);
  const open = [task("young", { due, openedAt: at(-1) }), task("old", { due, openedAt: at(-9) })];
  expect(idsOf(open)).toEqual(["old", "young"]);
  const done = [
    task("before", { status: "completed", closedAt: at(-8) }),
    task("last", { status: "completed", closedAt: at(-1) }),
  ];
  expect(idsOf(done)).toEqual(["last", "before"]);
});

test("nothing gives nothing", () => {
  expect(inboxLines([], NOW)).toEqual([]);
});

function idsOf(tasks: TaskSummary[]): string[] {
  return inboxLines(tasks, NOW).flatMap((line) => (line.kind === "task" ? [line.task.id] : []));
}
