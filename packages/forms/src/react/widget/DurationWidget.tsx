import { useState } from "react";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

type Unit = "minutes" | "hours" | "days" | "weeks";

const UNITS: readonly Unit[] = ["minutes", "hours", "days", "weeks"];

/** A length of time as a number and a unit; one that is made of several stays as text. */
export function DurationWidget({ id, value, onChange, label, ...rest }: WidgetProps) {
  const { t } = useForm();
  const text = typeof value === "string" ? value : "";
  const parts = partsOf(text);
  const [unit, setUnit] = useState<Unit>(parts?.unit ?? "days");
  const shown = parts?.unit ?? unit;
  const described = {
    "aria-invalid": rest.invalid || undefined,
    "aria-describedby": rest.describedBy,
    "aria-required": rest.required || undefined,
  };
  const name = rest.ariaLabel ?? label;
  if (text !== "" && !parts) {
    return (
      <input
        id={id}
        className="fw-form-control"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        aria-label={rest.ariaLabel}
        {...described}
      />
    );
  }
  return (
    <span className="fw-form-pair">
      <input
        id={id}
        className="fw-form-control fw-form-number"
        type="number"
        min={0}
        value={parts?.count ?? ""}
        onChange={(event) => onChange(durationOf(event.target.value, shown))}
        aria-label={rest.ariaLabel}
        {...described}
      />
      <select
        className="fw-form-control"
        value={shown}
        aria-label={`${name}: ${t("unit")}`}
        onChange={(event) => {
          const next = event.target.value as Unit;
          setUnit(next);
          if (parts) onChange(durationOf(parts.count, next));
        }}
      >
        {UNITS.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </select>
    </span>
  );
}

function partsOf(duration: string): { count: string; unit: Unit } | null {
  const match = /^P(?:T(\d+)M|T(\d+)H|(\d+)D|(\d+)W)$/.exec(duration);
  const at = match ? [match[1], match[2], match[3], match[4]].findIndex((part) => part !== undefined) : -1;
  const unit = UNITS[at];
  return match && unit ? { count: match[at + 1] ?? "", unit } : null;
}

function durationOf(count: string, unit: Unit): string | null {
  if (!/^\d{1,6}$/.test(count)) return null;
  return { minutes: `PT${count}M`, hours: `PT${count}H`, days: `P${count}D`, weeks: `P${count}W` }[unit];
}
