import type { Timer as TimerRule } from "@flowright/definition";
import { addDuration, parseInstant } from "@flowright/expressions";
import { cronAfter } from "./cron.ts";
import { Failure } from "./failure.ts";
import type { Timer } from "./state.ts";

type Due = Pick<Timer, "due" | "left" | "every" | "first" | "times">;

/** When a timer is due first, and how often after that. `read` works out what stands after a leading `=`. */
export function firstDue(rule: TimerRule, now: string, read: (source: string) => unknown): Due {
  const text = (source: string): string => {
    const value = source.startsWith("=") ? read(source.slice(1)) : source;
    if (typeof value !== "string") throw new Failure("time.not-readable");
    return value;
  };
  if ("duration" in rule)
    return { due: added(now, text(rule.duration)), left: 0, every: null, first: null, times: 0 };
  if ("date" in rule) return { due: instant(text(rule.date)), left: 0, every: null, first: null, times: 0 };
  if ("cron" in rule) {
    const due = cronAfter(rule.cron, now, rule.timeZone ?? "UTC");
    if (due === null) throw new Failure("time.not-readable");
    return { due, left: null, every: null, first: null, times: 0 };
  }
  const [, times, start, every] = /^R(\d*)(?:\/(.+))?\/(P[^/]+)$/.exec(text(rule.cycle)) ?? [];
  if (every === undefined) throw new Failure("time.not-readable");
  const due = start === undefined ? added(now, every) : instant(start);
  return { due, left: times ? Number(times) - 1 : null, every, first: due, times: 0 };
}

/** The timer that follows one that has fired; null where that was the last. */
export function nextDue(rule: TimerRule, fired: Timer): Due | null {
  if ("cron" in rule) {
    const due = cronAfter(rule.cron, fired.due, rule.timeZone ?? "UTC");
    return due === null ? null : { due, left: null, every: null, first: null, times: 0 };
  }
  const { every, first } = fired;
  if (every === null || first === null || fired.left === 0) return null;
  const left = fired.left === null ? null : fired.left - 1;
  const times = fired.times + 1;
  // Counted from the first time, so that a short month shortens none after it.
  const whole = every.replace(/\d+(\.\d+)?/g, (part) => String(Number(part) * times));
  return { due: added(first, whole), left, every, first, times };
}

function added(now: string, duration: string): string {
  const due = addDuration(now, duration);
  if (due === null) throw new Failure("time.not-readable");
  return due;
}

function instant(text: string): string {
  const due = parseInstant(text);
  if (due === null) throw new Failure("time.not-readable");
  return due;
}
