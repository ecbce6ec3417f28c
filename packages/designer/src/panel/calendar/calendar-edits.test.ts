import type { WorkingCalendar } from "@flowright/definition";
import { expect, it, test } from "vitest";
import {
  freshCalendar,
  nextSpecialDay,
  updateCalendars,
  withCalendar,
  withWeekday,
} from "./calendar-edits.ts";

const OFFICE = freshCalendar([], { en: "Office" }, "Asia/Shanghai");

it("begins with an office week, in China with its holidays", () => {
  expect(OFFICE).toMatchObject({ id: "calendar-1", timeZone: "Asia/Shanghai", holidays: "china" });
  expect(freshCalendar([OFFICE], undefined, "Europe/Berlin")).toMatchObject({
    id: "calendar-2",
    holidays: "none",
  });
  const second: WorkingCalendar = { ...OFFICE, id: "calendar-2" };
  expect(freshCalendar([second], undefined).id).toBe("calendar-3");
});

it("keeps the order of the week and at least one day", () => {
  const shift = { days: ["mon" as const], from: "09:00", to: "18:00" };
  expect(withWeekday({ ...shift, days: ["fri"] }, "tue", true).days).toEqual(["tue", "fri"]);
  expect(withWeekday(shift, "mon", false)).toBe(shift);
});

test.each([
  [[], "2026-11-25"],
  [[{ from: "2026-12-31", shifts: [] }], "2027-01-01"],
  [[{ from: "2026-10-01", to: "2026-10-07", shifts: [] }], "2026-10-08"],
  [[{ from: "", shifts: [] }], "2026-11-25"],
])("after %j comes %s", (days, next) => expect(nextSpecialDay(days, "2026-11-25")).toBe(next));

it("takes the setting away with the last calendar", () => {
  const flow = {
    schema: "flowright/workflow/v1" as const,
    id: "f",
    name: "F",
    nodes: [],
    edges: [],
    settings: { maxSteps: 5, calendars: [OFFICE] },
  };
  const settingsAfter = (settings: typeof flow.settings | { calendars: WorkingCalendar[] }) => {
    const outcome = updateCalendars(settings, []).execute({ ...flow, settings });
    return outcome.ok && outcome.definition.settings;
  };
  expect(settingsAfter(flow.settings)).toEqual({ maxSteps: 5 });
  expect(settingsAfter({ calendars: [OFFICE] })).toBeUndefined();
});

it("counts by a calendar or by the clock", () => {
  const timer: { type: "timer"; duration: string; calendar?: string } = { type: "timer", duration: "PT4H" };
  const worked = withCalendar(timer, "calendar-1");
  expect(worked).toEqual({ ...timer, calendar: "calendar-1" });
  expect(withCalendar(worked, undefined)).toEqual(timer);
});
