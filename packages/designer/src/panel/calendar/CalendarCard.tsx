import { textOf, type WorkingCalendar } from "@flowright/definition";
import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { BilingualProperty } from "../property/BilingualProperty.tsx";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { TextProperty } from "../property/TextProperty.tsx";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";
import { SpecialDays } from "./SpecialDays.tsx";
import { WeekShifts } from "./WeekShifts.tsx";

/** One working calendar: name, time zone, holidays, the shifts of a week and special days. */
export function CalendarCard(props: {
  readonly calendar: WorkingCalendar;
  readonly n: number;
  /** Its place in the definition. */
  readonly at: string;
  readonly onChange: (calendar: WorkingCalendar, typing?: string) => void;
  readonly onRemove: () => void;
}) {
  const { calendar, n, at, onChange } = props;
  const t = useTexts(CALENDAR_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  const title = textOf(calendar.name, language) || t("calendarName", { n });
  return (
    <fieldset className="fw-panel-card" aria-label={title}>
      <div className="fw-panel-card-head">
        <BilingualProperty
          label={t("calendarName", { n })}
          hideLabel
          placeholder={calendar.id}
          at={`${at}/name`}
          value={calendar.name}
          onChange={(name) => {
            const { name: _, ...rest } = calendar;
            onChange(name === undefined ? rest : { ...rest, name }, "name");
          }}
        />
        <button
          type="button"
          className="fw-form-icon"
          disabled={readOnly}
          aria-label={p("removeOf", { name: title })}
          onClick={props.onRemove}
        >
          ×
        </button>
      </div>
      <TextProperty
        label={t("timeZone")}
        at={`${at}/timeZone`}
        value={calendar.timeZone}
        suggestions={zones}
        onChange={(timeZone) => onChange({ ...calendar, timeZone }, "time-zone")}
      />
      <ChoiceProperty<WorkingCalendar["holidays"]>
        label={t("holidays")}
        at={`${at}/holidays`}
        value={calendar.holidays}
        choices={[
          { value: "none", title: t("none") },
          { value: "china", title: t("china") },
        ]}
        onChange={(holidays) => onChange({ ...calendar, holidays })}
      />
      <WeekShifts
        shifts={calendar.week}
        onChange={(week, typing) => onChange({ ...calendar, week: [...week] }, typing)}
      />
      <SpecialDays
        days={calendar.days ?? []}
        at={`${at}/days`}
        onChange={(days, typing) => {
          const { days: _, ...rest } = calendar;
          onChange(days.length === 0 ? rest : { ...rest, days: [...days] }, typing);
        }}
      />
    </fieldset>
  );
}
