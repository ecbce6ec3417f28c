import type { Timer } from "@flowright/definition";
import { useMemo } from "react";
import { cronWords } from "../../diagram/words/cron-words.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CalendarProperty } from "../calendar/CalendarProperty.tsx";
import { withCalendar } from "../calendar/calendar-edits.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";

type CronTimer = Extract<Timer, { cron: string }>;

const PRESETS = {
  "0 9 * * *": "daily",
  "0 9 * * MON-FRI": "workdays",
  "0 9 * * MON": "weekly",
  "0 9 1 * *": "monthly",
  "0 * * * *": "hourly",
} as const;

/** A schedule in five fields and the time zone that it is meant in. */
export function CronProperties(props: {
  readonly at: string;
  readonly timer: CronTimer;
  readonly onChange: (timer: Timer, typing?: string) => void;
}) {
  const { at, timer, onChange } = props;
  const t = useTexts(EVENT_TEXTS);
  const language = useDesigner((state) => state.language);
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  const words = cronWords(timer.cron, language);
  const known = Object.hasOwn(PRESETS, timer.cron);
  return (
    <>
      <ChoiceProperty<string>
        label={t("presets")}
        at={`${at}/preset`}
        value={known ? timer.cron : ""}
        choices={[
          ...(known ? [] : [{ value: "", title: t("ownSchedule") }]),
          ...Object.entries(PRESETS).map(([cron, name]) => ({ value: cron, title: t(name) })),
        ]}
        onChange={(cron) => onChange({ ...timer, cron })}
      />
      <TextProperty
        label={t("cron")}
        at={`${at}/cron`}
        help={words === timer.cron ? t("cronHelp") : words}
        value={timer.cron}
        onChange={(cron) => onChange({ ...timer, cron }, "cron")}
      />
      <TextProperty
        label={t("timeZone")}
        at={`${at}/timeZone`}
        placeholder="UTC"
        value={timer.timeZone}
        suggestions={zones}
        onChange={(timeZone) => {
          const { timeZone: _, ...rest } = timer;
          onChange(timeZone === "" ? rest : { ...rest, timeZone }, "time-zone");
        }}
      />
      <CalendarProperty
        at={`${at}/calendar`}
        days
        value={timer.calendar}
        onChange={(calendar) => onChange(withCalendar(timer, calendar))}
      />
    </>
  );
}
