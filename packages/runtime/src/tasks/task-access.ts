import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { refuseTask } from "./task-problems.ts";

/** Who a task is for, from its row or from the state. */
export interface TaskPeople {
  readonly assignee: string | null;
  readonly roles: readonly string[];
  readonly people: readonly string[];
}

/** Whether the caller is among those who may take the task. */
export function isCandidate(caller: Caller, task: TaskPeople): boolean {
  return task.people.includes(caller.user) || task.roles.some((role) => caller.roles.includes(role));
}

/** Null where the caller may do the task: it is his, or nobody's and he is a candidate. */
export function mayDo(caller: Caller, task: TaskPeople): Result<never> | null {
  if (task.assignee === caller.user) return null;
  if (!isCandidate(caller, task)) return refuseTask("task.not-yours");
  return task.assignee === null ? null : refuseTask("task.taken", { assignee: task.assignee });
}
