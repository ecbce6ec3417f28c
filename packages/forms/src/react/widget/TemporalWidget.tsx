import type { WidgetProps } from "./widget-props.ts";

/** A day, a time, or both in the reader's own time zone; stored as ISO 8601. */
export function TemporalWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const text = typeof value === "string" ? value : "";
  const both = field.format === "date-time";
  return (
    <input
      id={id}
      className="fw-form-control fw-form-temporal"
      type={both ? "datetime-local" : field.format === "time" ? "time" : "date"}
      value={both ? localOf(text) : text}
      onChange={(event) => onChange(both ? instantOf(event.target.value) : event.target.value || null)}
      aria-label={rest.ariaLabel}
      aria-invalid={rest.invalid || undefined}
      aria-required={rest.required || undefined}
      aria-describedby={rest.describedBy}
    />
  );
}

/** An instant as the local date and time that the browser's control takes. */
function localOf(instant: string): string {
  const date = new Date(instant);
  if (instant === "" || Number.isNaN(date.getTime())) return "";
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function instantOf(local: string): string | null {
  const date = new Date(local);
  return local === "" || Number.isNaN(date.getTime()) ? null : date.toISOString().replace(".000Z", "Z");
}
