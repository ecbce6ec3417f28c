import { parseInstant } from "@flowright/expressions";
import type { Node, Timer } from "../../generated/workflow.ts";
import type { ProblemCode } from "../../problem/problem-templates.ts";
import { shown } from "../../schema/value-names.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import { timerOf } from "./events-of.ts";
import { isCron, isDuration, isTimeZone, parseRepetition } from "./timing-syntax.ts";

/** Times that are written out can be read and can happen; those after `=` are checked as expressions. */
export const timers: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      for (const { text, path: place, code } of writtenTimes(node)) {
        if (text.startsWith("=") && HAS_FORMULA.has(code)) continue;
        if (!isValid(code, text)) {
          report.add(code, { path: path + place, node: node.id, params: { found: shown(text) } });
        }
      }
      const timer = timerOf(node);
      if (timer && repeatsInVain(timer.timer, node, scope)) {
        const params = nameParams("step", node);
        report.add("timer.cycle-once", { path: `${path}${timer.path}/cycle`, node: node.id, params });
      }
    }
    for (const { edge, path } of scope.edges) {
      const lag = edge.dependency?.lag;
      if (lag === undefined || lag.startsWith("=") || isDuration(lag)) continue;
      const finding = { path: `${path}/dependency/lag`, node: edge.id, params: { found: shown(lag) } };
      report.add("duration.invalid", finding);
    }
  }
};

const CHECKS = {
  "duration.invalid": isDuration,
  "date.invalid": (text: string) => parseInstant(text) !== null,
  "timer.cycle-invalid": (text: string) => parseRepetition(text) !== null,
  "timer.cron-invalid": isCron,
  "timer.time-zone-unknown": isTimeZone,
} as const satisfies Partial<Record<ProblemCode, (text: string) => boolean>>;

type TimeCode = keyof typeof CHECKS;

const HAS_FORMULA: ReadonlySet<TimeCode> = new Set([
  "duration.invalid",
  "date.invalid",
  "timer.cycle-invalid",
]);

function isValid(code: TimeCode, text: string): boolean {
  return CHECKS[code](text);
}

interface WrittenTime {
  readonly text: string;
  readonly path: string;
  readonly code: TimeCode;
}

function writtenTimes(node: Node): WrittenTime[] {
  const times: WrittenTime[] = [];
  const time = (text: string | undefined, path: string, code: TimeCode) => {
    if (text !== undefined) times.push({ text, path, code });
  };
  if ((node.kind === "userTask" || node.kind === "approval") && node.deadline?.type === "duration") {
    time(node.deadline.duration, "/deadline/duration", "duration.invalid");
  }
  if (node.kind === "serviceTask") {
    time(node.timeout, "/timeout", "duration.invalid");
    for (const [index, pause] of (node.retry?.backoff ?? []).entries()) {
      time(pause, `/retry/backoff/${index}`, "duration.invalid");
    }
  }
  const event = timerOf(node);
  if (!event) return times;
  const { timer, path } = event;
  if ("duration" in timer) time(timer.duration, `${path}/duration`, "duration.invalid");
  if ("date" in timer) time(timer.date, `${path}/date`, "date.invalid");
  if ("cycle" in timer) time(timer.cycle, `${path}/cycle`, "timer.cycle-invalid");
  if ("cron" in timer) {
    time(timer.cron, `${path}/cron`, "timer.cron-invalid");
    time(timer.timeZone, `${path}/timeZone`, "timer.time-zone-unknown");
  }
  return times;
}

/** A repetition where the first time ends the wait. */
function repeatsInVain(timer: Timer, node: Node, scope: Scope): boolean {
  if (!("cycle" in timer)) return false;
  const repetition = parseRepetition(timer.cycle);
  if (!repetition || repetition.times === 1) return false;
  if (node.kind === "start") return scope.container !== null && node.interrupting !== false;
  return node.kind === "catch" || (node.kind === "boundary" && node.interrupting !== false);
}
