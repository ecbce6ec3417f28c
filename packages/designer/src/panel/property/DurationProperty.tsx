import { useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { FeelInput } from "../value/FeelInput.tsx";
import { type DurationParts, type DurationUnit, durationOf, durationParts, UNITS } from "./duration-parts.ts";
import { DURATION_TEXTS } from "./duration-texts.ts";
import { Property } from "./Property.tsx";

interface DurationPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
  /** A formula after '=' is allowed (not where no case exists yet). */
  readonly formula?: boolean | undefined;
  readonly help?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

type Mode = DurationUnit | "formula" | "text";

/** A length of time as a number and a unit, or by a formula. */
export function DurationProperty(props: DurationPropertyProps) {
  const { value = "", onChange, label } = props;
  const t = useTexts(DURATION_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  const parts = durationParts(value);
  const [lastUnit, setLastUnit] = useState<DurationUnit>("hours");
  const mode: Mode = value.startsWith("=")
    ? "formula"
    : parts
      ? parts.unit
      : value === ""
        ? lastUnit
        : "text";
  const changeMode = (next: Mode) => {
    if (next === "formula") return onChange("=");
    if (next === "text") return;
    setLastUnit(next);
    onChange(durationOf({ count: parts?.count ?? 1, unit: next }));
  };
  return (
    <Property label={label} at={props.at} help={props.help} hideLabel={props.hideLabel}>
      {({ id, describedBy, invalid }) => (
        <span className={mode === "formula" ? "fw-panel-stack" : "fw-form-pair"}>
          {mode === "formula" ? (
            <FeelInput
              id={id}
              value={value.slice(1)}
              onChange={(source) => onChange(`=${source}`, "duration")}
              describedBy={describedBy}
              invalid={invalid}
              label={label}
            />
          ) : mode === "text" ? (
            <input
              id={id}
              className="fw-form-control"
              value={value}
              readOnly={readOnly}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={(event) => onChange(event.target.value || undefined, "duration")}
            />
          ) : (
            <input
              id={id}
              className="fw-form-control fw-form-number"
              type="number"
              min={1}
              value={parts?.count ?? ""}
              readOnly={readOnly}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              onChange={(event) => onChange(typed(event.target.value, mode), "duration")}
            />
          )}
          <select
            className="fw-form-control"
            aria-label={t("unitOf", { label })}
            value={mode}
            disabled={readOnly}
            onChange={(event) => changeMode(event.target.value as Mode)}
          >
            {mode === "text" && <option value="text">{t("text")}</option>}
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(unit)}
              </option>
            ))}
            {props.formula && <option value="formula">{t("formula")}</option>}
          </select>
        </span>
      )}
    </Property>
  );
}

function typed(text: string, unit: DurationParts["unit"]): string | undefined {
  const count = Number(text);
  return text !== "" && Number.isInteger(count) && count >= 0 ? durationOf({ count, unit }) : undefined;
}
