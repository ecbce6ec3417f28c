import type { TaskSummary } from "@flowright/client";
import { dayNumber } from "../../time/time-words.ts";

export type TaskGroup = "overdue" | "today" | "later" | "waiting" | "done";

/** One line of the list: a group's heading, or a task. */
export type InboxLine =
  | { readonly kind: "group"; readonly group: TaskGroup; readonly count: number }
  | { readonly kind: "task"; readonly task: TaskSummary };

const ORDER: readonly TaskGroup[] = ["overdue", "today", "later", "waiting", "done"];

/** The group of a task: past its due time, due today, later or never, or not open any more. */
export function groupOf(task: TaskSummary, now: number): TaskGroup {
  if (task.status === "waiting") return "waiting";
  if (task.status !== "open") return "done";
  if (task.due === null) return "later";
  const due = Date.parse(task.due);
  if (due <= now) return "overdue";
  return dayNumber(new Date(due)) <= dayNumber(new Date(now)) ? "today" : "later";
}

/** Lines of the inbox in order: the most urgent first, within a group by due time, then by age. Empty groups are left out. */
export function inboxLines(tasks: readonly TaskSummary[], now: number): InboxLine[] {
  const groups = Map.groupBy(tasks, (task) => groupOf(task, now));
  return ORDER.flatMap((group) => {
    const members = groups.get(group) ?? [];
    if (members.length === 0) return [];
    const sorted = members.toSorted(group === "done" ? byClosing : byDue);
    return [
      { kind: "group", group, count: members.length } satisfies InboxLine,
      ...sorted.map((task) => ({ kind: "task", task }) satisfies InboxLine),
    ];
  });
}

function byDue(a: TaskSummary, b: TaskSummary): number {
  if (a.due !== b.due) {
    if (a.due === null) return 1;
    if (b.due === null) return -1;
    return Date.parse(a.due) - Date.parse(b.due);
  }
  return Date.parse(a.openedAt) - Date.parse(b.openedAt) || (a.id < b.id ? -1 : 1);
}

function byClosing(a: TaskSummary, b: TaskSummary): number {
  return Date.parse(b.closedAt ?? b.openedAt) - Date.parse(a.closedAt ?? a.openedAt);
}
