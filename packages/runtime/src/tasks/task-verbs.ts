import type { TaskSummary, TaskVerb } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import { isCandidate, mayDo } from "./task-access.ts";

/** What the caller may do with a task now, most usual first. */
export function taskVerbs(
  caller: Caller,
  task: TaskSummary,
  instance: { readonly status: string; readonly startedBy: string | null },
  /** Whether there is an earlier step to which it can be sent back. */
  back: boolean,
  removable: readonly string[],
): TaskVerb[] {
  if (!caller.permissions.has("task.work")) return [];
  if (task.status !== "open" || instance.status !== "active") return ["comment"];
  const who = { assignee: task.assignee, roles: task.candidateRoles, people: task.candidatePeople };
  const verbs: TaskVerb[] = [];
  const may = mayDo(caller, who) === null;
  if (may && task.type === "approval") {
    verbs.push("approve", "reject");
  } else if (may) {
    verbs.push("complete");
  }
  const initiator = instance.startedBy !== null && !instance.startedBy.startsWith("token:");
  if (may && task.type !== "revision" && (back || (task.type === "approval" && initiator)))
    verbs.push("return");
  const operates = caller.permissions.has("instance.operate");
  if ((may || operates) && task.type === "approval") {
    verbs.push("add-approver");
    if (removable.length > 0) verbs.push("remove-approver");
  }
  if (task.assignee === null && isCandidate(caller, who)) verbs.push("claim");
  if (task.assignee === caller.user && (who.roles.length > 0 || who.people.length > 1)) verbs.push("release");
  if (may || operates) verbs.push("transfer");
  verbs.push("comment");
  return verbs;
}
