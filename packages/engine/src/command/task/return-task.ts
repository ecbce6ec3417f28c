import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { cancelTask } from "../../turn/close-waits.ts";
import { openTask } from "../../turn/open/open-task.ts";
import { planReturn } from "../../turn/return/plan-return.ts";
import { returnTo } from "../../turn/return/return-to.ts";
import { effect, emit, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import { type FoundTask, findTask, notAllowed } from "./task-found.ts";

type Return = Extract<Command, { kind: "task.return" }>;

/** Sends the case back: to an earlier step, or to who started it; decisions so far at this step are void. */
export function returnTask(turn: Turn, command: Return): Refused {
  const { task, by, reason, to } = command;
  const result = findTask(turn, task);
  if (!result.ok) return result.problem;
  const { found } = result;
  const refused = notAllowed(found, by);
  if (refused) return refused;
  if (found.task.t === "r") return refusal("task.not-returnable");
  if (reason.trim() === "") return refusal("task.reason-missing");
  return to === undefined ? toInitiator(turn, command, found) : toStep(turn, command, found, to);
}

function toStep(
  turn: Turn,
  { task, by, reason, way = "walk" }: Return,
  found: FoundTask,
  to: string,
): Refused {
  const planned = planReturn(turn.program, turn.draft, found.token, to, way);
  if (!planned.ok) return planned.problem;
  emit(turn, { kind: "task.returned", ...found.place, task, by, reason, to, way });
  effect(turn, { kind: "task.close", task, status: "returned", by, comment: reason });
  returnTo(turn, planned.plan);
  return null;
}

function toInitiator(turn: Turn, { task, by, reason }: Return, { place, token }: FoundTask): Refused {
  const initiator = turn.draft.by;
  if (initiator === null) return refusal("task.no-initiator");

  emit(turn, { kind: "task.returned", ...place, task, by, reason });
  effect(turn, { kind: "task.close", task, status: "returned", by, comment: reason });
  for (const other of Object.keys(turn.draft.tokens[token]?.w?.tasks ?? {}))
    cancelTask(turn, place, Number(other), "returned");
  openTask(turn, place, {
    type: "revision",
    candidates: { roles: [], people: [initiator] },
    due: null,
    form: turn.program.startForm,
  });
  return null;
}
