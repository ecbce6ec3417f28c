import type { JsonObject } from "@flowright/engine";
import type { Act, ScenarioStep } from "@flowright/scenarios/stage";
import type { PlayWait } from "./waits.ts";

/** One of several instances and one of several cases, as a step of a scenario says it. */
function placeOf({ index, case: name }: PlayWait) {
  return { ...(index === undefined ? {} : { index }), ...(name === undefined ? {} : { case: name }) };
}

const step = (made: ScenarioStep): Act => ({ kind: "step", step: made });

export interface TaskAnswer {
  readonly by: string;
  readonly data: JsonObject;
  readonly outcome?: "approved" | "rejected" | undefined;
  readonly comment?: string | undefined;
  readonly checked?: readonly string[] | undefined;
}

export function taskDone(wait: PlayWait, { by, data, outcome, comment, checked }: TaskAnswer): Act {
  return step({
    kind: "task",
    node: wait.node,
    by,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(outcome === undefined ? {} : { outcome }),
    ...(comment ? { comment } : {}),
    ...(checked && checked.length > 0 ? { checked } : {}),
    ...placeOf(wait),
  });
}

export function jobAnswered(wait: PlayWait, result: JsonObject): Act {
  return step({ kind: "job", node: wait.node, result, ...placeOf(wait) });
}

/** The system fails: with a code that the flow may catch, or until there are no more attempts. */
export function jobFailed(wait: PlayWait & { kind: "job" }, code: string): Act {
  const how = code === "" ? { failures: wait.job.attempts } : { error: { code } };
  return step({ kind: "job", node: wait.node, ...how, ...placeOf(wait) });
}

export function callEnded(wait: PlayWait, result: JsonObject): Act {
  return step({ kind: "call", node: wait.node, result, ...placeOf(wait) });
}

export function callFailed(wait: PlayWait, code: string): Act {
  return step({ kind: "call", node: wait.node, error: { code }, ...placeOf(wait) });
}

export function messageSent(name: string, key: string | null, data: JsonObject): Act {
  return step({ kind: "message", name, ...(key === null ? {} : { key }), data });
}

export function signalSent(name: string, data: JsonObject): Act {
  return step({ kind: "signal", name, ...(Object.keys(data).length > 0 ? { data } : {}) });
}

export const toNextTimer: Act = step({ kind: "advance", to: "next-timer" });

/** The clock moves on by an ISO duration. */
export function advancedBy(duration: string): Act {
  return step({ kind: "advance", duration });
}

/** The clock moves to a moment that lies ahead. */
export function advancedTo(now: string, instant: string): Act {
  return advancedBy(durationText(Math.max(0, Date.parse(instant) - Date.parse(now))));
}

export function retried(wait: PlayWait, by: string): Act {
  return step({
    kind: "retry",
    node: wait.node,
    by,
    ...(wait.case === undefined ? {} : { case: wait.case }),
  });
}

/** Milliseconds as an ISO duration, days the largest part. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const time = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest ? `${rest}S` : ""}`;
  if (days === 0 && time === "") return "PT0S";
  return `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
}
