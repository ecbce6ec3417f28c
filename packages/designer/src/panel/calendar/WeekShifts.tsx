import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { WEEKDAYS, type WeekShift, withWeekday } from "./calendar-edits.ts";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";
import { ShiftTimes } from "./ShiftTimes.tsx";

/** The shifts of a week: on which days, from when to when. */
export function WeekShifts(props: {
  readonly shifts: readonly WeekShift[];
  readonly onChange: (shifts: readonly WeekShift[], typing?: string) => void;
}) {
  const { shifts, onChange } = props;
  const t = useTexts(CALENDAR_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const change = (index: number, shift: WeekShift, typing?: string) =>
    onChange(
      shifts.map((each, at) => (at === index ? shift : each)),
      typing && `shift-${index}-${typing}`,
    );
  return (
    <div className="fw-form-field">
      <span className="fw-form-label">{t("week")}</span>
      {shifts.map((shift, index) => {
        const n = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no other name than its place
          <fieldset key={index} className="fw-panel-shift" aria-label={t("shift", { n })}>
            <span className="fw-panel-weekdays">
              {WEEKDAYS.map((day) => (
                <label key={day}>
                  <input
                    type="checkbox"
                    checked={shift.days.includes(day)}
                    disabled={readOnly}
                    onChange={(event) => change(index, withWeekday(shift, day, event.target.checked))}
                  />
                  <span>{t(day)}</span>
                </label>
              ))}
            </span>
            <span className="fw-panel-card-head">
              <ShiftTimes
                shift={shift}
                fromLabel={t("shiftFrom", { n })}
                toLabel={t("shiftTo", { n })}
                onChange={(times, typing) => change(index, { ...shift, ...times }, typing)}
              />
              <button
                type="button"
                className="fw-form-icon"
                disabled={readOnly || shifts.length === 1}
                aria-label={p("removeOf", { name: t("shift", { n }) })}
                onClick={() => onChange(shifts.filter((_, at) => at !== index))}
              >
                ×
              </button>
            </span>
          </fieldset>
        );
      })}
      <button
        type="button"
        className="fw-form-button"
        disabled={readOnly}
        onClick={() =>
          onChange([...shifts, { days: shifts.at(-1)?.days ?? ["mon"], from: "19:00", to: "21:00" }])
        }
      >
        + {t("addShift")}
      </button>
    </div>
  );
}
