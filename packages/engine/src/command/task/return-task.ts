import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { cancelTask } from "../../turn/close-waits.ts";
import { openTask } from "../../turn/open/open-node.ts";
import { effect, emit, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import { findTask, notAllowed } from "./task-found.ts";

/** Sends the case back to who started it; decisions so far at this step are void. */
export function returnTask(turn: Turn, command: Extract<Command, { kind: "task.return" }>): Refused {
  const { task, by, reason } = command;
  const result = findTask(turn, task);
  if (!result.ok) return result.problem;
  const { found } = result;
  const refused = notAllowed(found, by);
  if (refused) return refused;
  if (found.task.t === "r") return refusal("task.not-returnable");
  if (reason.trim() === "") return refusal("task.reason-missing");
  const initiator = turn.draft.by;
  if (initiator === null) return refusal("task.no-initiator");

  const { place, token } = found;
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
