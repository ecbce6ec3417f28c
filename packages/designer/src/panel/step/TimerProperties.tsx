import type { Timer } from "@flowright/definition";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { DurationProperty } from "../property/DurationProperty.tsx";
import { Property } from "../property/Property.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { FeelInput } from "../value/FeelInput.tsx";
import { FieldSelect } from "../value/FieldSelect.tsx";
import { instantOf, localOf } from "../value/local-instant.ts";
import { STEP_TEXTS } from "./step-texts.ts";

interface TimerPropertiesProps {
  readonly timer: Timer;
  readonly onChange: (timer: Timer, typing?: string) => void;
}

type DateSource = "fixed" | "field" | "formula";

const FIELD = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\s*$/u;

/** A wait for a length of time, or until a date that is fixed, in a field, or worked out. */
export function TimerProperties({ timer, onChange }: TimerPropertiesProps) {
  const t = useTexts(STEP_TEXTS);
  return (
    <>
      <ChoiceProperty<"duration" | "date">
        label={t("timerType")}
        at="/event/type"
        value={"duration" in timer ? "duration" : "date"}
        choices={[
          { value: "duration", title: t("forDuration") },
          { value: "date", title: t("untilDate") },
        ]}
        onChange={(type) =>
          onChange(type === "duration" ? { type: "timer", duration: "P1D" } : { type: "timer", date: "" })
        }
      />
      {"duration" in timer ? (
        <DurationProperty
          label={t("duration")}
          at="/event/duration"
          formula
          value={timer.duration}
          onChange={(duration, typing) => onChange({ type: "timer", duration: duration ?? "" }, typing)}
        />
      ) : (
        <DateSourceProperties
          date={timer.date}
          onChange={(date, typing) => onChange({ type: "timer", date }, typing)}
        />
      )}
    </>
  );
}

function DateSourceProperties(props: { date: string; onChange: (date: string, typing?: string) => void }) {
  const { date, onChange } = props;
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
        at="/event/date/source"
        value={source}
        choices={[
          { value: "fixed", title: t("fixedDate") },
          { value: "field", title: t("fieldDate") },
          { value: "formula", title: t("formula") },
        ]}
        onChange={(next) => onChange({ fixed: "", field: "=", formula: '=now() + duration("P1D")' }[next])}
      />
      <Property label={source === "fixed" ? t("dateFixed") : t("date")} at="/event/date">
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
