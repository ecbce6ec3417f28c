import { useId } from "react";
import { useBuilder } from "../builder-context.ts";
import { FIELD_KINDS, type FieldKind } from "../edit/field-kind.ts";

interface KindSelectProps {
  readonly value: FieldKind | null;
  readonly onChange: (kind: FieldKind) => void;
  readonly kinds?: readonly FieldKind[] | undefined;
  readonly label?: string | undefined;
}

/** The kind of a field. A shape that no kind describes stays as it is until one is chosen. */
export function KindSelect({ value, onChange, kinds = FIELD_KINDS, label }: KindSelectProps) {
  const { t } = useBuilder();
  const id = useId();
  const options = value !== null && !kinds.includes(value) ? [value, ...kinds] : kinds;
  const select = (
    <select
      id={id}
      className="fw-form-control"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value as FieldKind)}
    >
      {value === null && <option value="">{t("kind_other")}</option>}
      {options.map((kind) => (
        <option key={kind} value={kind}>
          {t(`kind_${kind}`)}
        </option>
      ))}
    </select>
  );
  if (label !== undefined) return select;
  return (
    <div className="fw-form-field">
      <label className="fw-form-label" htmlFor={id}>
        {t("kind")}
      </label>
      {select}
    </div>
  );
}
