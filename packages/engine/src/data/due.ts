import type { Deadline } from "@flowright/definition";
import { addDuration, type FieldType, parseInstant } from "@flowright/expressions";
import { addWorkingTime } from "../calendar/add-working-time.ts";
import type { Cycle } from "../contract/state.ts";
import type { TimePart, TimerPart } from "../program/program.ts";
import { cronDue } from "../time/cron-due.ts";
import { afterPeriods, parseRepetition, type Repetition } from "../time/repetition.ts";
import type { Failure } from "../turn/incident.ts";
import { type Evaluated, evaluateJson, type View, valueAt } from "./evaluate.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** When a timer is due, an ISO instant, and how it goes on if it repeats. */
export interface DueTimer {
  readonly due: string;
  readonly cycle?: Cycle;
}

/** When a timer is due first, from now on; where it does not repeat, the first time of a cycle is all. */
export function timerDue(part: TimerPart, view: View, repeats: boolean): Evaluated<DueTimer> {
  if (part.type === "cron") {
    const due = cronDue(part, view.now);
    if (due === null) return notReadable(`${part.text} ${part.timeZone}`);
    return { ok: true, value: repeats ? { due, cycle: { due } } : { due } };
  }
  if (part.type !== "cycle") {
    const due = dueOf(part, view);
    return due.ok ? { ok: true, value: { due: due.value } } : due;
  }
  const cycle = repetitionOf(part, view);
  if (!cycle.ok) return cycle;
  const { times, start, period } = cycle.value;
  const due = start ?? addDuration(view.now, period);
  if (due === null) return notReadable(period);
  const left = times === null ? null : times - 1;
  const goesOn = repeats && left !== 0;
  return { ok: true, value: goesOn ? { due, cycle: { left, first: due, period, nth: 0 } } : { due } };
}

/** When a timer that has fired is due again; null where that was the last time. */
export function dueAgain(part: TimerPart | undefined, cycle: Cycle): DueTimer | null {
  if ("due" in cycle) {
    const due = part?.type === "cron" ? cronDue(part, cycle.due) : null;
    return due === null ? null : { due, cycle: { due } };
  }
  if (cycle.left === 0) return null;
  const left = cycle.left === null ? null : cycle.left - 1;
  const nth = cycle.nth + 1;
  const due = afterPeriods(cycle.first, cycle.period, nth);
  return due === null ? null : { due, cycle: { ...cycle, left, nth } };
}

/** What a timer's cycle says, written out or worked out. */
export function repetitionOf(part: Extract<TimerPart, { type: "cycle" }>, view: View): Evaluated<Repetition> {
  const text = textOf(part, view, { type: "string" });
  if (!text.ok) return text;
  const repetition = parseRepetition(text.value);
  return repetition === null ? notReadable(text.value) : { ok: true, value: repetition };
}

/** The instant that a duration from now or a date means. */
export function dueOf(part: TimePart, view: View): Evaluated<string> {
  const format = part.type === "duration" ? "duration" : "date-time";
  const text = textOf(part, view, { type: "string", format });
  if (!text.ok) return text;
  const due = part.type === "duration" ? afterDuration(part, view.now, text.value) : parseInstant(text.value);
  return due === null ? notReadable(text.value) : { ok: true, value: due };
}

function afterDuration({ calendar }: TimePart, now: string, duration: string): string | null {
  return calendar === null ? addDuration(now, duration) : addWorkingTime(calendar, now, duration);
}

function textOf(
  { text, expression }: Pick<TimePart, "text" | "expression">,
  view: View,
  type: FieldType,
): Evaluated<string> {
  if (expression === null) return { ok: true, value: text };
  const result = evaluateJson(expression, view, type);
  if (!result.ok) return result;
  return { ok: true, value: typeof result.value === "string" ? result.value : JSON.stringify(result.value) };
}

function notReadable(text: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code: "time.not-readable", params: { text } } };
}

/** When a task is due. A date field that is empty or unreadable means no deadline. */
export function deadlineOf(
  deadline: Deadline | undefined,
  part: TimePart | undefined,
  view: View,
): Evaluated<string | null> {
  if (part !== undefined) return dueOf(part, view);
  if (deadline?.type !== "field") return { ok: true, value: null };
  const text = valueAt(view.variables, deadline.field.split("."));
  if (typeof text !== "string") return { ok: true, value: null };
  // Due on a day means until its end.
  return { ok: true, value: parseInstant(DAY.test(text) ? `${text}T23:59:59Z` : text) };
}
