import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CALENDAR_TEXTS } from "./calendar-texts.ts";

interface Times {
  readonly from: string;
  readonly to: string;
}

/** Begin and end of a shift by the clock; an end that is not after the begin lies on the next day, and midnight is 24:00. */
export function ShiftTimes(props: {
  readonly shift: Times;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly onChange: (times: Times, typing: string) => void;
}) {
  const { shift, onChange } = props;
  const t = useTexts(CALENDAR_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const over = shift.to <= shift.from;
  return (
    <span className="fw-panel-shift-times">
      <input
        type="time"
        className="fw-form-control"
        aria-label={props.fromLabel}
        readOnly={readOnly}
        value={shift.from}
        onChange={({ target: { value } }) => value !== "" && onChange({ from: value, to: shift.to }, "from")}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        className="fw-form-control"
        aria-label={props.toLabel}
        readOnly={readOnly}
        value={shift.to === "24:00" ? "00:00" : shift.to}
        onChange={({ target: { value } }) =>
          value !== "" && onChange({ from: shift.from, to: value === "00:00" ? "24:00" : value }, "to")
        }
      />
      {over && <span className="fw-form-help">{t("nextDay")}</span>}
    </span>
  );
}
