import { minutesOf } from "@flowright/templates";
import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useTemplateTexts } from "../texts.ts";

const UNITS = { days: 1440, hours: 60, minutes: 1 } as const;

type Unit = keyof typeof UNITS;

interface DurationFieldProps {
  readonly label: string;
  readonly help: string | undefined;
  /** ISO 8601. */
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
}

/** A duration as a number and its unit. */
export function DurationField({ label, help, value, error, onChange }: DurationFieldProps) {
  const t = useTemplateTexts();
  const minutes = minutesOf(value) ?? 0;
  const [unit, setUnit] = useState<Unit>(() =>
    minutes % UNITS.days === 0 ? "days" : minutes % UNITS.hours === 0 ? "hours" : "minutes",
  );
  const write = (count: number, inUnit: Unit) =>
    onChange(inUnit === "days" ? `P${count}D` : `PT${count}${inUnit === "hours" ? "H" : "M"}`);
  const count = minutes / UNITS[unit];
  return (
    <div className="template-duration">
      <NumberInput
        label={label}
        description={help}
        value={value === "" ? "" : count}
        min={1}
        max={9999}
        allowDecimal={false}
        allowNegative={false}
        error={error}
        onChange={(next) => (typeof next === "number" ? write(next, unit) : onChange(""))}
      />
      <Select
        aria-label={t("unitOf", { label })}
        allowDeselect={false}
        data={[
          { value: "days", label: t("days") },
          { value: "hours", label: t("hours") },
          { value: "minutes", label: t("minutes") },
        ]}
        value={unit}
        onChange={(next) => {
          const chosen = (next ?? "hours") as Unit;
          setUnit(chosen);
          if (value !== "") write(Math.max(1, Math.round(count)), chosen);
        }}
      />
    </div>
  );
}
