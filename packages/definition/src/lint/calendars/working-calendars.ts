import type { Edge, Node, WorkingCalendar } from "../../generated/workflow.ts";
import { shown } from "../../schema/value-names.ts";
import type { Rule } from "../drawing.ts";
import { timerOf } from "../events/events-of.ts";
import { isDuration, isTimeZone } from "../events/timing-syntax.ts";
import { nameParams, textParams } from "../names.ts";
import type { Report } from "../report.ts";

/** Working calendars can be counted by, and what is counted by one names a calendar of the flow. */
export const workingCalendars: Rule = ({ definition, scopes }, report) => {
  const known = new Set<string>();
  for (const [index, calendar] of (definition.settings?.calendars ?? []).entries()) {
    const path = `/settings/calendars/${index}`;
    const { id } = calendar;
    if (known.has(id)) report.add("calendar.duplicate", { path: `${path}/id`, params: { id } });
    known.add(id);
    checkCalendar(calendar, path, report);
  }
  for (const scope of scopes) {
    const uses = [
      ...scope.nodes.flatMap(({ node, path }) =>
        usesOf(node).map((use) => ({ ...use, of: node, path: path + use.path })),
      ),
      ...scope.edges.flatMap(({ edge, path }) =>
        usesOfLine(edge).map((use) => ({ ...use, of: edge, path: path + use.path })),
      ),
    ];
    for (const { of, path, calendar, duration } of uses) {
      const step = nameParams("step", of);
      if (!known.has(calendar)) {
        const params = { ...step, id: calendar, ...report.suggest(calendar, known) };
        report.add("calendar.unknown", { path: `${path}/calendar`, node: of.id, params });
      }
      if (
        duration &&
        !duration.text.startsWith("=") &&
        isDuration(duration.text) &&
        !COUNTABLE.test(duration.text)
      ) {
        const params = { ...step, found: shown(duration.text) };
        report.add("calendar.duration-unit", { path: `${path}/${duration.property}`, node: of.id, params });
      }
    }
  }
};

/** Days, hours, minutes and seconds. */
const COUNTABLE = /^P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** What is counted by a calendar; a cron rule keeps to its working days and has no duration. */
interface Use {
  readonly path: string;
  readonly calendar: string;
  readonly duration?: { readonly text: string; readonly property: string };
}

function usesOf(node: Node): Use[] {
  const uses: Use[] = [];
  if ((node.kind === "userTask" || node.kind === "approval") && node.deadline?.type === "duration") {
    const { calendar, duration } = node.deadline;
    if (calendar !== undefined)
      uses.push({ path: "/deadline", calendar, duration: { text: duration, property: "duration" } });
  }
  const event = timerOf(node);
  if (!event) return uses;
  const { timer, path } = event;
  if ("duration" in timer && timer.calendar !== undefined) {
    uses.push({ path, calendar: timer.calendar, duration: { text: timer.duration, property: "duration" } });
  }
  if ("cron" in timer && timer.calendar !== undefined) uses.push({ path, calendar: timer.calendar });
  return uses;
}

function usesOfLine({ dependency }: Edge): Use[] {
  if (dependency?.calendar === undefined) return [];
  const { calendar, lag } = dependency;
  const duration = lag === undefined ? {} : { duration: { text: lag, property: "lag" } };
  return [{ path: "/dependency", calendar, ...duration }];
}

function checkCalendar(calendar: WorkingCalendar, path: string, report: Report): void {
  const name = textParams("calendar", calendar.name, calendar.id);
  if (!isTimeZone(calendar.timeZone)) {
    const params = { ...name, found: shown(calendar.timeZone) };
    report.add("calendar.time-zone-unknown", { path: `${path}/timeZone`, params });
  }
  for (const [index, { from, to }] of (calendar.days ?? []).entries()) {
    const at = `${path}/days/${index}`;
    for (const [property, day] of Object.entries({ from, to })) {
      if (day === undefined || isDay(day)) continue;
      report.add("calendar.date-invalid", { path: `${at}/${property}`, params: { ...name, found: day } });
    }
    if (to !== undefined && to < from)
      report.add("calendar.days-reversed", { path: `${at}/to`, params: { ...name, from, to } });
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
