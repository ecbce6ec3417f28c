import { checkExpression } from "@flowright/expressions";
import { useId } from "react";
import { type ConditionSlot, useBuilder } from "./builder-context.ts";

/** A condition as FEEL text, checked as one types; used where the host gives no builder for conditions. */
export function ConditionInput({ label, value, onChange, fields }: ConditionSlot) {
  const { language } = useBuilder();
  const id = useId();
  const [error] = value ? checkExpression(value, fields, "boolean") : [];
  return (
    <div className="fw-form-field">
      <label className="fw-form-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="fw-form-control fw-builder-code"
        value={value ?? ""}
        placeholder={'decision = "partial"'}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value || undefined)}
        autoComplete="off"
        spellCheck={false}
      />
      {error && (
        <span className="fw-form-error" id={`${id}-error`}>
          {error.message[language]} {error.fix[language]}
        </span>
      )}
    </div>
  );
}
