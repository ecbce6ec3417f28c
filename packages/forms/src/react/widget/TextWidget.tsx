import type { Field } from "@flowright/definition";
import type { WidgetProps } from "./widget-props.ts";

const KEYBOARDS: { readonly [format in NonNullable<Field["format"]>]?: "email" | "tel" | "url" } = {
  email: "email",
  phone: "tel",
  uri: "url",
};

/** One line of text. */
export function TextWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const type = (field.format && KEYBOARDS[field.format]) ?? "text";
  return (
    <input
      id={id}
      className="fw-form-control"
      type={type}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      aria-label={rest.ariaLabel}
      aria-invalid={rest.invalid || undefined}
      aria-required={rest.required || undefined}
      aria-describedby={rest.describedBy}
      autoComplete="off"
    />
  );
}

/** Text of several lines; the number of characters appears when the limit comes near. */
export function MultilineWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const text = typeof value === "string" ? value : "";
  const limit = field.maxLength;
  const length = limit === undefined ? 0 : [...text].length;
  return (
    <>
      <textarea
        id={id}
        className="fw-form-control"
        rows={3}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        aria-label={rest.ariaLabel}
        aria-invalid={rest.invalid || undefined}
        aria-required={rest.required || undefined}
        aria-describedby={rest.describedBy}
      />
      {limit !== undefined && length > limit * 0.8 && (
        <span className="fw-form-count">
          {length}/{limit}
        </span>
      )}
    </>
  );
}
