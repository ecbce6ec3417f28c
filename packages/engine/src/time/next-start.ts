import { durationMilliseconds } from "@flowright/expressions";
import type { JsonObject } from "../contract/json.ts";
import { dueOf, repetitionOf } from "../data/due.ts";
import type { View } from "../data/evaluate.ts";
import type { NodeProgram, Program, TimerPart } from "../program/program.ts";
import { cronDue } from "./cron-due.ts";
import { afterPeriods, type Repetition } from "./repetition.ts";

/**
 * When a start event of the process that has a timer is due next, as an ISO instant: the first time after `after`,
 * counting from `since`, when the version began to be the one that starts. Null for never again, for a timer that
 * cannot be read, and for a node that is no such start. What stands after `=` sees the defaults of the case data.
 */
export function nextStart(program: Program, node: string, since: string, after = since): string | null {
  const part = timerOf(program, program.nodes.get(node));
  if (part === null) return null;
  const view: View = { variables: program.root.defaults as JsonObject, now: since };
  if (part.type === "cron") return cronDue(part, after);
  if (part.type === "cycle") {
    const repetition = repetitionOf(part, view);
    return repetition.ok ? nextOf(repetition.value, since, after) : null;
  }
  const due = dueOf(part, view);
  return due.ok && isLater(due.value, after) ? due.value : null;
}

/** What becomes of the times of a timed start that passed while nothing ran: one start for all, one for each, none. */
export type Missed = "once" | "each" | "none";

export function missedStarts(program: Program, node: string): Missed {
  const drawn = program.nodes.get(node)?.node;
  const trigger = drawn?.kind === "start" ? drawn.trigger : undefined;
  return (trigger?.type === "timer" && "missed" in trigger && trigger.missed) || "once";
}

function timerOf({ root }: Program, node: NodeProgram | undefined): TimerPart | null {
  return node?.kind === "start" && node.scope === root ? (node.parts.timer ?? null) : null;
}

/** The first of its times after an instant. */
function nextOf({ times, start, period }: Repetition, since: string, after: string): string | null {
  const first = start ?? afterPeriods(since, period, 1);
  if (first === null || isLater(first, after)) return first;
  const last = times === null ? Number.MAX_SAFE_INTEGER : times - 1;
  // So many periods have surely gone by.
  let nth = Math.max(1, Math.floor((Date.parse(after) - Date.parse(first)) / longestOf(period)));
  for (; nth <= last; nth++) {
    const due = afterPeriods(first, period, nth);
    if (due === null || isLater(due, after)) return due;
  }
  return null;
}

/** Instants may be written with and without milliseconds, so that their texts do not compare. */
function isLater(instant: string, than: string): boolean {
  return Date.parse(instant) > Date.parse(than);
}

/** Milliseconds that a period never exceeds: from the first of July two months of 31 days follow each other. */
function longestOf(period: string): number {
  const exact = durationMilliseconds(period);
  if (exact !== null) return exact;
  const from = "2027-07-01T00:00:00.000Z";
  const next = afterPeriods(from, period, 1) ?? from;
  return Date.parse(next) - Date.parse(from) + 2 * 86_400_000;
}
