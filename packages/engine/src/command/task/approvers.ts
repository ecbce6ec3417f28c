import type { Approval } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import { deadlineOf } from "../../data/due.ts";
import { viewFrom } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import { cancelTask } from "../../turn/close-waits.ts";
import { openTask } from "../../turn/open/open-task.ts";
import { effect, emit, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import { endIfCertain } from "./approval-outcome.ts";
import { type FoundTask, findTask } from "./task-found.ts";

type Change = Extract<Command, { kind: "approval.add" | "approval.remove" }>;

/**
 * Asks one more person for a decision, or no longer asks one who has not decided. Who may ask is for the host to know.
 * The outcome may be certain after it.
 */
export function changeApprovers(turn: Turn, command: Change): Refused {
  const result = findTask(turn, command.task);
  if (!result.ok) return result.problem;
  const { found } = result;
  const drawn = found.node.node;
  if (drawn.kind !== "approval" || found.task.t !== "a") return refusal("approval.not-here");
  const shared = drawn.rule.type === "any";
  if (command.kind === "approval.add")
    return shared ? addToTask(turn, command, found) : addPerson(turn, command, found, drawn);
  return shared ? removeFromTask(turn, command, found) : removePerson(turn, command, found, drawn);
}

/** Any one decides: the one task is for one more person. */
function addToTask(turn: Turn, { by, person }: Change, found: FoundTask): Refused {
  const { people = [], assignee } = found.task;
  if (people.includes(person) || assignee === person)
    return refusal("task.transfer-asked-before", { to: person });
  emit(turn, { kind: "approval.person-added", ...found.place, by, person, task: found.id });
  tell(turn, found);
  return null;
}

function removeFromTask(turn: Turn, { by, person }: Change, found: FoundTask): Refused {
  const { people = [], roles = [] } = found.task;
  if (!people.includes(person)) return refusal("approval.not-asked", { person });
  if (people.length === 1 && roles.length === 0) return refusal("approval.last", { person });
  emit(turn, { kind: "approval.person-removed", ...found.place, by, person, task: found.id });
  tell(turn, found);
  return null;
}

/** The task as it stands in the state. */
function tell(turn: Turn, { id, token }: FoundTask): void {
  const { assignee = null, roles = [], people = [] } = turn.draft.tokens[token]?.w?.tasks?.[id] ?? {};
  effect(turn, { kind: "task.update", task: id, assignee, candidates: { roles, people } });
}

/** All or several decide: everyone has a task of his own. */
function addPerson(turn: Turn, { by, person }: Change, found: FoundTask, drawn: Approval): Refused {
  const { place, node, token } = found;
  if (hasDecided(turn, token, person) || taskFor(turn, token, person) !== null)
    return refusal("task.transfer-asked-before", { to: person });
  const due = deadlineOf(drawn.deadline, node.parts.due, viewFrom(turn, place.scope));
  if (!due.ok) return refusal("approval.no-deadline", {}, { node: node.id });
  emit(turn, { kind: "approval.person-added", ...place, by, person });
  openTask(turn, place, {
    type: "approval",
    candidates: { roles: [], people: [person] },
    due: due.value,
    form: drawn.form ?? null,
  });
  endIfCertain(turn, place, drawn, null);
  return null;
}

function removePerson(turn: Turn, { by, person }: Change, found: FoundTask, drawn: Approval): Refused {
  const { place, token } = found;
  if (hasDecided(turn, token, person)) return refusal("approval.decided", { person });
  const task = taskFor(turn, token, person);
  if (task === null) return refusal("approval.not-asked", { person });
  const { tasks = {}, votes = {} } = turn.draft.tokens[token]?.w ?? {};
  const left = Object.keys(tasks).length + Object.keys(votes).length - 1;
  if (left === 0) return refusal("approval.last", { person });
  if (drawn.rule.type === "nOfM" && left < drawn.rule.n)
    return refusal("approval.too-few-left", { needed: drawn.rule.n, found: left });
  emit(turn, { kind: "approval.person-removed", ...place, by, person });
  cancelTask(turn, place, task, "person-removed");
  endIfCertain(turn, place, drawn, null);
  return null;
}

function hasDecided(turn: Turn, token: number, person: string): boolean {
  const { votes } = turn.draft.tokens[token]?.w ?? {};
  return votes !== undefined && Object.hasOwn(votes, person);
}

/** The open task of a person: where it was transferred, of the one who has it now. */
function taskFor(turn: Turn, token: number, person: string): number | null {
  for (const [id, task] of Object.entries(turn.draft.tokens[token]?.w?.tasks ?? {}))
    if (task.assignee === person) return Number(id);
  return null;
}
