import { textOf } from "@flowright/definition";
import { useState } from "react";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

/** A number with its unit. What is typed stays as typed until it reads as a number. */
export function NumberWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const { language, t } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const stored = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const shown = typed !== null && matches(typed, value) ? typed : stored;
  const unit = textOf(field.unit, language);
  const unreadable = typed !== null && shown === typed && typed.trim() !== "" && numberOf(typed) === null;
  return (
    <>
      <span className="fw-form-affixed">
        <input
          id={id}
          className="fw-form-control fw-form-number"
          inputMode={field.type === "integer" ? "numeric" : "decimal"}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(numberOf(event.target.value));
          }}
          aria-label={rest.ariaLabel}
          aria-invalid={rest.invalid || unreadable || undefined}
          aria-required={rest.required || undefined}
          aria-describedby={rest.describedBy}
          autoComplete="off"
        />
        {unit && <span className="fw-form-affix">{unit}</span>}
      </span>
      {unreadable && <span className="fw-form-error">{t("notANumber")}</span>}
    </>
  );
}

/** Full-width digits of an input method count as digits. */
function numberOf(text: string): number | null {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

function matches(typed: string, value: WidgetProps["value"]): boolean {
  return numberOf(typed) === (value ?? null);
}
