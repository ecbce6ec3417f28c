import { textOf } from "@flowright/definition";
import { choicesOf } from "../../value/choices-of.ts";
import type { Json } from "../../value/json.ts";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

/** Few choices, or yes and no: all in sight. */
export function RadioWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const { language, t } = useForm();
  const choices = choicesOf(field) ?? [
    { value: true, title: t("yes") },
    { value: false, title: t("no") },
  ];
  return (
    <span
      className="fw-form-choices"
      role="radiogroup"
      aria-label={rest.ariaLabel}
      aria-labelledby={rest.ariaLabel === undefined ? `${id}-label` : undefined}
      aria-invalid={rest.invalid || undefined}
      aria-required={rest.required || undefined}
      aria-describedby={rest.describedBy}
    >
      {choices.map((choice, index) => (
        <label key={String(choice.value)} className="fw-form-choice">
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={id}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{textOf(choice.title, language) || String(choice.value)}</span>
        </label>
      ))}
      {!rest.required && value !== undefined && value !== null && choicesOf(field) && (
        <button
          type="button"
          className="fw-form-quiet"
          onClick={() => onChange(null)}
          aria-label={t("clearOf", { label: rest.ariaLabel ?? rest.label })}
        >
          {t("clear")}
        </button>
      )}
    </span>
  );
}

/** Several of some choices. */
export function ManyWidget({ id, field, value, onChange }: WidgetProps) {
  const { language } = useForm();
  const chosen: readonly Json[] = Array.isArray(value) ? value : [];
  const choices = choicesOf(field.items ?? {}) ?? [];
  const toggle = (choice: Json, on: boolean) =>
    onChange(
      choices.map((each) => each.value).filter((each) => (each === choice ? on : chosen.includes(each))),
    );
  return (
    <span className="fw-form-choices">
      {choices.map((choice, index) => (
        <label key={String(choice.value)} className="fw-form-choice">
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
          <span>{textOf(choice.title, language) || String(choice.value)}</span>
        </label>
      ))}
    </span>
  );
}
