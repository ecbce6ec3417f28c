import type { Settings, WorkingCalendar } from "@flowright/definition";
import type { Command } from "../../model/command/command.ts";
import { updateDefinition } from "../../model/command/content/update-definition.ts";

export type Weekday = WorkingCalendar["week"][number]["days"][number];
export type WeekShift = WorkingCalendar["week"][number];
export type SpecialDay = NonNullable<WorkingCalendar["days"]>[number];

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** An office day of eight hours from Monday to Friday, where the reader's clock is; in China with its holidays. */
export function freshCalendar(
  taken: readonly WorkingCalendar[],
  name: WorkingCalendar["name"],
  timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): WorkingCalendar {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `calendar-${number}`)) number += 1;
  return {
    id: `calendar-${number}`,
    ...(name === undefined ? {} : { name }),
    timeZone,
    holidays: CHINA.has(timeZone) ? "china" : "none",
    week: [
      { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "12:00" },
      { days: ["mon", "tue", "wed", "thu", "fri"], from: "13:00", to: "18:00" },
    ],
  };
}

const CHINA: ReadonlySet<string> = new Set(["Asia/Shanghai", "Asia/Urumqi", "PRC"]);

/** Puts the calendars of a flow; none at all takes the setting away. */
export function updateCalendars(
  settings: Settings | undefined,
  calendars: readonly WorkingCalendar[],
  typing?: string,
): Command {
  const { calendars: _, ...rest } = settings ?? {};
  const next = calendars.length === 0 ? rest : { ...rest, calendars: [...calendars] };
  return updateDefinition({ settings: Object.keys(next).length === 0 ? undefined : next }, typing);
}

/** A timer, deadline or dependency that is counted by a calendar, or by the clock. */
export function withCalendar<Counted extends { readonly calendar?: string }>(
  counted: Counted,
  calendar: string | undefined,
): Omit<Counted, "calendar"> & { calendar?: string } {
  const { calendar: _, ...rest } = counted;
  return calendar === undefined ? rest : { ...rest, calendar };
}

/** A shift with a weekday put in or taken out; the days stay in the order of the week, and one always remains. */
export function withWeekday(shift: WeekShift, day: Weekday, on: boolean): WeekShift {
  const days = WEEKDAYS.filter((each) => (each === day ? on : shift.days.includes(each)));
  return days.length === 0 ? shift : { ...shift, days };
}

/** The day after the last special day, or today. */
export function nextSpecialDay(days: readonly SpecialDay[], today: string): string {
  const last = days.at(-1);
  const after = last && Date.parse(last.to ?? last.from) + 86_400_000;
  return after === undefined || Number.isNaN(after) ? today : new Date(after).toISOString().slice(0, 10);
}
