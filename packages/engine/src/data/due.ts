import type { Deadline } from "@flowright/definition";
import { addDuration, parseInstant } from "@flowright/expressions";
import type { TimePart } from "../program/program.ts";
import { type Evaluated, evaluateJson, type View, valueAt } from "./evaluate.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The instant that a timer or a deadline means, from now on. */
export function dueOf(part: TimePart, view: View): Evaluated<string> {
  let text = part.text;
  if (part.expression !== null) {
    const format = part.type === "duration" ? "duration" : "date-time";
    const result = evaluateJson(part.expression, view, { type: "string", format });
    if (!result.ok) return result;
    text = typeof result.value === "string" ? result.value : JSON.stringify(result.value);
  }
  const due = part.type === "duration" ? addDuration(view.now, text) : parseInstant(text);
  if (due === null) return { ok: false, failure: { code: "time.not-readable", params: { text } } };
  return { ok: true, value: due };
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
