import type { Approval } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import { fits, type Writes, write, writesOf } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import { effect, emit, NO_DATA, placeOf, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import { type Decision, endIfCertain } from "./approval-outcome.ts";
import { openItems } from "./checklist.ts";
import { type FoundTask, findTask, notAllowed } from "./task-found.ts";

type Complete = Extract<Command, { kind: "task.complete" }>;

/** Completes a task with its form's data, decides an approval, or hands in a revision. */
export function completeTask(turn: Turn, command: Complete): Refused {
  const { task, by, data, comment = "" } = command;
  const result = findTask(turn, task);
  if (!result.ok) return result.problem;
  const { found } = result;
  const refused = notAllowed(found, by);
  if (refused) return refused;

  const writes = writesOf(turn, found.place.scope, data);
  if (!fits(turn, writes)) return refusal("limit.variables", { limit: turn.limits.variables });
  if (found.task.t === "r") return handIn(turn, command, found, writes);

  const drawn = found.node.node;
  const { outcome } = command;
  if (drawn.kind === "approval") {
    if (outcome !== "approved" && outcome !== "rejected") return refusal("task.outcome-missing");
    const reason = drawn.reasonRequired ?? "reject";
    const needed = reason === "always" || (reason === "reject" && outcome === "rejected");
    if (needed && comment.trim() === "") return refusal("task.reason-missing", {}, { node: drawn.id });
  }
  // What is not done may be the very reason to reject.
  if (drawn.kind !== "approval" || outcome === "approved") {
    const open = openItems(turn, found, data, command.checked ?? []);
    if (open !== null) return refusal("task.checklist-open", open, { node: drawn.id });
  }
  write(turn, writes, { ...found.place, by });
  if (drawn.kind === "approval") return decide(turn, command, found, drawn, outcome as Decision);
  close(turn, command, found, outcome);
  queue(turn, found.token, { do: "complete", payload: NO_DATA });
  return null;
}

/** A decision; the approval is over as soon as its outcome is certain. */
function decide(
  turn: Turn,
  command: Complete,
  found: FoundTask,
  drawn: Approval,
  decision: Decision,
): Refused {
  const { place } = found;
  const { task, by } = command;
  const comment = command.comment === undefined ? {} : { comment: command.comment };
  emit(turn, { kind: "approval.decided", ...place, task, by, decision, ...comment });
  close(turn, command, found, decision);
  endIfCertain(turn, place, drawn, decision);
  return null;
}

/** The initiator has revised the start form: the same step opens again. */
function handIn(turn: Turn, command: Complete, found: FoundTask, writes: Writes): Refused {
  write(turn, writes, { ...found.place, by: command.by });
  close(turn, command, found, undefined);
  queue(turn, found.token, { do: "body" });
  return null;
}

function close(turn: Turn, command: Complete, found: FoundTask, outcome: string | undefined): void {
  const { task, by, comment, checked } = command;
  const said = {
    task,
    by,
    ...(outcome === undefined ? {} : { outcome }),
    ...(comment === undefined ? {} : { comment }),
  };
  const ticked = checked === undefined ? {} : { checked };
  emit(turn, { kind: "task.completed", ...placeOf(turn, found.token), ...said, ...ticked });
  effect(turn, { kind: "task.close", status: "completed", ...said });
}
