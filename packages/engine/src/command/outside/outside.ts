import type { Command } from "../../contract/command.ts";
import { dueAgain } from "../../data/due.ts";
import { refusal } from "../../problem/render.ts";
import { freeIfPossible, isAhead } from "../../turn/casework/plan.ts";
import { raiseIncident } from "../../turn/incident.ts";
import { happened } from "../../turn/listen/happened.ts";
import { throwError } from "../../turn/throw/throw-error.ts";
import { emit, NO_DATA, nodeOf, placeOf, queue, type Turn, waitingWith } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function completeJob(turn: Turn, { job, result }: Of<"job.complete">): Refused {
  const token = tokenOfJob(turn, job);
  if (token === null) return refusal("job.not-open", { job });
  emit(turn, { kind: "job.completed", ...placeOf(turn, token), job });
  queue(turn, token, { do: "complete", payload: { result } });
  return null;
}

/** With a code a boundary may catch the failure; otherwise it is an incident, and a retry makes a new job. */
export function failJob(turn: Turn, command: Of<"job.fail">): Refused {
  const { job, code, message, detail } = command;
  const token = tokenOfJob(turn, job);
  if (token === null) return refusal("job.not-open", { job });
  const place = placeOf(turn, token);
  const input = turn.draft.tokens[token]?.w?.input;
  emit(turn, { kind: "job.failed", ...place, job, ...(code === undefined ? {} : { code }), message });
  if (code !== undefined && throwError(turn, token, { code, message })) return null;
  const params = { reason: message, ...(code === undefined ? {} : { error: code }) };
  const failure = { code: code === undefined ? "job.failed" : "error.uncaught", params } as const;
  const retry = { do: "body", job, ...(input === undefined ? {} : { input }) } as const;
  raiseIncident(turn, place, failure, retry, { job, detail });
  return null;
}

export function fireTimer(turn: Turn, { timer }: Of<"timer.fire">): Refused {
  const waiting = waitingWith(turn, "timers", timer);
  if (waiting === null) return refusal("timer.not-open", { timer });
  const { token, row: node } = waiting;
  const cycle = turn.draft.tokens[token]?.w?.cycles?.[node];
  const next = cycle === undefined ? null : dueAgain(nodeOf(turn, node).parts.timer, cycle);
  emit(turn, { kind: "timer.fired", ...placeOf(turn, token, node), timer });
  if (isAhead(turn, token)) {
    freeIfPossible(turn, token);
    return null;
  }
  happened(turn, token, node, NO_DATA, next === null ? null : { kind: "timer", node, ...next });
  return null;
}

/** Where the message can come again, it is waited for under the same key: that is worked out once for each wait. */
export function deliverMessage(turn: Turn, command: Of<"message.deliver">): Refused {
  const { subscription, message } = command;
  const waiting = waitingWith(turn, "subs", subscription);
  if (waiting === null) return refusal("subscription.not-open", { subscription });
  const { token, row: node } = waiting;
  const { name, key, id } = message;
  emit(turn, { kind: "message.received", ...placeOf(turn, token, node), subscription, name, key, id });
  happened(turn, token, node, { message: message.data }, { kind: "message", node, name, key });
  return null;
}

function tokenOfJob(turn: Turn, job: number): number | null {
  for (const id in turn.draft.tokens) if (turn.draft.tokens[id]?.w?.job === job) return Number(id);
  return null;
}
