import { addDuration, durationMilliseconds, parseInstant } from "@flowright/expressions";
import type { Node } from "../../generated/workflow.ts";
import { shown } from "../../schema/value-names.ts";
import type { Rule } from "../drawing.ts";

/** Durations and dates that are written out can be read; those after `=` are checked as expressions. */
export const timers: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      for (const { text, path: place, code } of writtenTimes(node)) {
        const valid = code === "date.invalid" ? parseInstant(text) !== null : isDuration(text);
        if (!valid) report.add(code, { path: path + place, node: node.id, params: { found: shown(text) } });
      }
    }
  }
};

interface WrittenTime {
  readonly text: string;
  readonly path: string;
  readonly code: "duration.invalid" | "date.invalid";
}

function writtenTimes(node: Node): WrittenTime[] {
  const times: WrittenTime[] = [];
  const duration = (text: string | undefined, path: string) => {
    if (text !== undefined && !text.startsWith("=")) times.push({ text, path, code: "duration.invalid" });
  };
  if ((node.kind === "userTask" || node.kind === "approval") && node.deadline?.type === "duration") {
    duration(node.deadline.duration, "/deadline/duration");
  }
  if (node.kind === "serviceTask") {
    duration(node.timeout, "/timeout");
    for (const [index, pause] of (node.retry?.backoff ?? []).entries()) {
      duration(pause, `/retry/backoff/${index}`);
    }
  }
  if ((node.kind === "catch" || node.kind === "boundary") && node.event.type === "timer") {
    if ("duration" in node.event) duration(node.event.duration, "/event/duration");
    else if (!node.event.date.startsWith("=")) {
      times.push({ text: node.event.date, path: "/event/date", code: "date.invalid" });
    }
  }
  return times;
}

/** Months have no fixed length in milliseconds but can be added to a date. */
function isDuration(text: string): boolean {
  return durationMilliseconds(text) !== null || addDuration("2026-01-01T00:00:00Z", text) !== null;
}
