import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { Property } from "../property/Property.tsx";
import { nextSpecialDay, type SpecialDay } from "./calendar-edits.ts";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";
import { ShiftTimes } from "./ShiftTimes.tsx";

const DAY_SHIFT = { from: "09:00", to: "18:00" };

/** Days with their own hours or without work, which go before holidays and the week. */
export function SpecialDays(props: {
  readonly days: readonly SpecialDay[];
  /** Their place in the definition. */
  readonly at: string;
  readonly onChange: (days: readonly SpecialDay[], typing?: string) => void;
}) {
  const { days, at, onChange } = props;
  const t = useTexts(CALENDAR_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const change = (index: number, day: SpecialDay, typing?: string) =>
    onChange(
      days.map((each, place) => (place === index ? day : each)),
      typing && `day-${index}-${typing}`,
    );
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div className="fw-form-field">
      <span className="fw-form-label">{t("specialDays")}</span>
      {days.length > 0 && <span className="fw-form-help">{t("specialDaysHelp")}</span>}
      {days.map((day, index) => {
        const n = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be of the same day
          <fieldset key={index} className="fw-panel-shift" aria-label={t("special", { n })}>
            <span className="fw-panel-card-head">
              <Dates
                day={day}
                n={n}
                at={`${at}/${index}`}
                onChange={(next, typing) => change(index, next, typing)}
              />
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly}
                aria-label={p("removeOf", { name: t("special", { n }) })}
                onClick={() => onChange(days.filter((_, place) => place !== index))}
              >
                ×
              </button>
            </span>
            <select
              className="fw-form-control"
              aria-label={t("worked", { n })}
              disabled={readOnly}
              value={day.shifts.length === 0 ? "off" : "hours"}
              onChange={(event) =>
                change(index, { ...day, shifts: event.target.value === "off" ? [] : [DAY_SHIFT] })
              }
            >
              <option value="off">{t("off")}</option>
              <option value="hours">{t("hours")}</option>
            </select>
            {day.shifts.map((shift, which) => (
              <ShiftTimes
                // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no other name than its place
                key={which}
                shift={shift}
                fromLabel={`${t("special", { n })}: ${t("from")} ${which + 1}`}
                toLabel={`${t("special", { n })}: ${t("to")} ${which + 1}`}
                onChange={(times, typing) =>
                  change(
                    index,
                    { ...day, shifts: day.shifts.map((each, place) => (place === which ? times : each)) },
                    `${which}-${typing}`,
                  )
                }
              />
            ))}
          </fieldset>
        );
      })}
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly}
        onClick={() => onChange([...days, { from: nextSpecialDay(days, today), shifts: [] }])}
      >
        + {t("addDay")}
      </button>
    </div>
  );
}

function Dates(props: {
  readonly day: SpecialDay;
  readonly n: number;
  readonly at: string;
  readonly onChange: (day: SpecialDay, typing: string) => void;
}) {
  const { day, n, at, onChange } = props;
  const t = useTexts(CALENDAR_TEXTS);
  const setLast = (last: string) => {
    const { to: _, ...rest } = day;
    onChange(last === "" || last === day.from ? rest : { ...rest, to: last }, "last");
  };
  return (
    <span className="fw-panel-shift-times">
      <Property label={t("firstDay", { n })} hideLabel at={`${at}/from`}>
        {({ id, describedBy, invalid, readOnly }) => (
          <input
            id={id}
            type="date"
            className="fw-form-control"
            readOnly={readOnly}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={day.from}
            onChange={({ target: { value } }) => value !== "" && onChange({ ...day, from: value }, "first")}
          />
        )}
      </Property>
      <span aria-hidden="true">–</span>
      <Property label={t("lastDay", { n })} hideLabel at={`${at}/to`}>
        {({ id, describedBy, invalid, readOnly }) => (
          <input
            id={id}
            type="date"
            className="fw-form-control"
            readOnly={readOnly}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={day.to ?? day.from}
            onChange={(event) => setLast(event.target.value)}
          />
        )}
      </Property>
    </span>
  );
}
