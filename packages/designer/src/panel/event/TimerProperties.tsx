import type { Timer } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CalendarProperty } from "../calendar/CalendarProperty.tsx";
import { withCalendar } from "../calendar/calendar-edits.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { DurationProperty } from "../property/DurationProperty.tsx";
import { Property } from "../property/Property.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { FeelInput } from "../value/FeelInput.tsx";
import { FieldSelect } from "../value/FieldSelect.tsx";
import { instantOf, localOf } from "../value/local-instant.ts";
import { CronProperties } from "./CronProperties.tsx";
import { CycleProperties } from "./CycleProperties.tsx";
import { EVENT_TEXTS } from "./event-texts.ts";
import { MissedProperty, withMissed } from "./MissedProperty.tsx";

interface TimerPropertiesProps {
  /** Place of the timer below the step. */
  readonly at: string;
  readonly timer: Timer;
  /** It starts the process, or a block. */
  readonly starts?: boolean | undefined;
  readonly onChange: (timer: Timer, typing?: string) => void;
}

type TimerSort = "duration" | "date" | "cycle" | "cron";

const FRESH: Readonly<Record<TimerSort, Timer>> = {
  duration: { type: "timer", duration: "P1D" },
  date: { type: "timer", date: "" },
  cycle: { type: "timer", cycle: "R/P1D" },
  cron: { type: "timer", cron: "0 9 * * MON-FRI", timeZone: "Asia/Shanghai" },
};

type DateSource = "fixed" | "field" | "formula";

const FIELD = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\s*$/u;

/** A length of time, a date, a repetition or a schedule. */
export function TimerProperties({ at, timer, starts, onChange }: TimerPropertiesProps) {
  const t = useTexts(STEP_TEXTS);
  const e = useTexts(EVENT_TEXTS);
  const sort = (["duration", "date", "cycle", "cron"] as const).find((each) => each in timer) ?? "duration";
  return (
    <>
      <ChoiceProperty<TimerSort>
        label={e("timerType")}
        at={`${at}/sort`}
        value={sort}
        choices={[
          { value: "duration", title: e("once") },
          { value: "date", title: e("untilDate") },
          { value: "cycle", title: e("again") },
          { value: "cron", title: e("schedule") },
        ]}
        onChange={(next) => onChange(FRESH[next])}
      />
      {"duration" in timer && (
        <DurationProperty
          label={t("duration")}
          at={`${at}/duration`}
          formula
          value={timer.duration}
          onChange={(duration, typing) => onChange({ ...timer, duration: duration ?? "" }, typing)}
        />
      )}
      {"duration" in timer && (
        <CalendarProperty
          at={`${at}/calendar`}
          value={timer.calendar}
          onChange={(calendar) => onChange(withCalendar(timer, calendar))}
        />
      )}
      {"date" in timer && (
        <DateSourceProperties
          at={`${at}/date`}
          date={timer.date}
          onChange={(date, typing) => onChange({ type: "timer", date }, typing)}
        />
      )}
      {"cycle" in timer && (
        <CycleProperties
          at={`${at}/cycle`}
          cycle={timer.cycle}
          onChange={(cycle, typing) => onChange({ ...timer, cycle }, typing)}
        />
      )}
      {"cron" in timer && <CronProperties at={at} timer={timer} onChange={onChange} />}
      {starts && ("cron" in timer || "cycle" in timer) && (
        <MissedProperty
          at={`${at}/missed`}
          value={timer.missed}
          onChange={(missed) => onChange(withMissed(timer, missed))}
        />
      )}
    </>
  );
}

function DateSourceProperties(props: {
  at: string;
  date: string;
  onChange: (date: string, typing?: string) => void;
}) {
  const { at, date, onChange } = props;
  const t = useTexts(STEP_TEXTS);
  const { fields } = usePanelScope();
  const readOnly = useDesigner((state) => state.readOnly);
  const field = FIELD.exec(date)?.[1];
  const source: DateSource = date.startsWith("=")
    ? field !== undefined || date === "="
      ? "field"
      : "formula"
    : "fixed";
  return (
    <>
      <ChoiceProperty<DateSource>
        label={t("dateFieldOrFixed")}
        at={`${at}/source`}
        value={source}
        choices={[
          { value: "fixed", title: t("fixedDate") },
          { value: "field", title: t("fieldDate") },
          { value: "formula", title: t("formula") },
        ]}
        onChange={(next) => onChange({ fixed: "", field: "=", formula: '=now() + duration("P1D")' }[next])}
      />
      <Property label={source === "fixed" ? t("dateFixed") : t("date")} at={at}>
        {({ id, describedBy, invalid }) =>
          source === "fixed" ? (
            <input
              id={id}
              className="fw-form-control"
              type="datetime-local"
              readOnly={readOnly}
              value={localOf(date)}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={(event) => onChange(instantOf(event.target.value))}
            />
          ) : source === "field" ? (
            <FieldSelect
              id={id}
              fields={fields}
              value={field ?? ""}
              describedBy={describedBy}
              invalid={invalid}
              fits={({ field: each }) => each.format === "date" || each.format === "date-time"}
              onChange={(path) => onChange(`=${path}`)}
            />
          ) : (
            <FeelInput
              id={id}
              label={t("date")}
              value={date.slice(1)}
              describedBy={describedBy}
              invalid={invalid}
              onChange={(feel) => onChange(`=${feel}`, "date")}
            />
          )
        }
      </Property>
    </>
  );
}
