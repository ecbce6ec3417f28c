import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { effect, emit, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import { type FoundTask, findTask, notAllowed } from "./task-found.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function claimTask(turn: Turn, { task, by }: Of<"task.claim">): Refused {
  const found = findTask(turn, task);
  if (!found.ok) return found.problem;
  const refused = notAllowed(found.found, by);
  if (refused) return refused;
  if (found.found.task.assignee === by) return null;
  emit(turn, { kind: "task.claimed", ...found.found.place, task, by });
  update(turn, found.found, by);
  return null;
}

/** Gives a claimed task back to everyone who may do it. */
export function releaseTask(turn: Turn, { task, by }: Of<"task.release">): Refused {
  const found = findTask(turn, task);
  if (!found.ok) return found.problem;
  const refused = notAllowed(found.found, by);
  if (refused) return refused;
  const { assignee, roles = [], people = [] } = found.found.task;
  if (assignee === undefined) return refusal("task.not-claimed");
  if (roles.length === 0 && people.length <= 1) return refusal("task.only-yours");
  emit(turn, { kind: "task.released", ...found.found.place, task, by });
  update(turn, found.found, null);
  return null;
}

export function transferTask(turn: Turn, { task, by, to, reason }: Of<"task.transfer">): Refused {
  const found = findTask(turn, task);
  if (!found.ok) return found.problem;
  if (reason.trim() === "") return refusal("task.reason-missing");
  if (askedBefore(turn, found.found, to)) return refusal("task.transfer-asked-before", { to });
  emit(turn, { kind: "task.transferred", ...found.found.place, task, by, to, reason });
  update(turn, found.found, to);
  return null;
}

/** Whoever decides for himself must not decide for another, too. */
function askedBefore(turn: Turn, { id, token }: FoundTask, person: string): boolean {
  const { votes, tasks } = turn.draft.tokens[token]?.w ?? {};
  if (votes !== undefined && Object.hasOwn(votes, person)) return true;
  return Object.entries(tasks ?? {}).some(([key, task]) => Number(key) !== id && task.assignee === person);
}

function update(turn: Turn, { id, task }: FoundTask, assignee: string | null): void {
  const candidates = { roles: task.roles ?? [], people: task.people ?? [] };
  effect(turn, { kind: "task.update", task: id, assignee, candidates });
}
