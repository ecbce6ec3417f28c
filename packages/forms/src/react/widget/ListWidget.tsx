import type { Json } from "../../value/json.ts";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

/** A list of single values. */
export function ListWidget({ id, field, value, onChange, label, describedBy, invalid }: WidgetProps) {
  const { t, Widget } = useForm();
  const entries: readonly Json[] = Array.isArray(value) ? value : [];
  const entryField = field.items ?? { type: "string" };
  return (
    <span className="fw-form-list">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are plain values without an identity.
        <span key={index} className="fw-form-entry">
          <Widget
            id={index === 0 ? id : `${id}-${index}`}
            field={entryField}
            value={entry}
            onChange={(next) => onChange(entries.map((old, at) => (at === index ? next : old)))}
            label={label}
            ariaLabel={t("entry", { label, n: index + 1 })}
            describedBy={describedBy}
            invalid={invalid}
            required={false}
          />
          <button
            type="button"
            className="fw-form-icon"
            aria-label={t("removeEntry", { n: index + 1 })}
            onClick={() => onChange(entries.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </span>
      ))}
      <button
        type="button"
        id={entries.length === 0 ? id : undefined}
        className="fw-form-button"
        onClick={() => onChange([...entries, ""])}
      >
        + {t("addEntry")}
      </button>
    </span>
  );
}
