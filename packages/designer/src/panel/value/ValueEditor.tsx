import { useMemo, useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { ControlProps } from "../property/Property.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { FeelInput } from "./FeelInput.tsx";
import { FieldSelect } from "./FieldSelect.tsx";
import { fieldOptions } from "./field-options.ts";
import { fixedSource, type ValueSource, valueSourceOf } from "./value-source.ts";
import { VALUE_TEXTS } from "./value-texts.ts";

interface ValueEditorProps {
  readonly control: ControlProps;
  readonly label: string;
  /** FEEL, as the definition keeps it. */
  readonly value: string;
  readonly onChange: (value: string, typing?: string) => void;
  /** JSON type that the place takes; decides how a fixed value is written. */
  readonly type?: string | undefined;
}

/** A value picked from a field, fixed, or by formula; written as FEEL in any case. */
export function ValueEditor({ control, label, value, onChange, type }: ValueEditorProps) {
  const { fields } = usePanelScope();
  const t = useTexts(VALUE_TEXTS);
  const language = useDesigner((state) => state.language);
  const options = useMemo(() => fieldOptions(fields, language), [fields, language]);
  const read = valueSourceOf(value, options);
  const [asked, setAsked] = useState<ValueSource["kind"]>(value === "" ? "field" : read.kind);
  // A formula may look like a field while it is typed; it stays a formula until another way is asked for.
  const kind = asked === "formula" || value === "" ? asked : read.kind;
  const changeKind = (next: ValueSource["kind"]) => {
    setAsked(next);
    if (next === "fixed" && read.kind !== "fixed") onChange(fixedSource("", type));
    else if (next === "field" && read.kind !== "field") onChange(options[0]?.path ?? "");
  };
  return (
    <span className="fw-panel-value">
      <select
        className="fw-form-control"
        aria-label={t("kindOf", { label })}
        value={kind}
        disabled={control.readOnly}
        onChange={(event) => changeKind(event.target.value as ValueSource["kind"])}
      >
        <option value="field">{t("field")}</option>
        <option value="fixed">{t("fixed")}</option>
        <option value="formula">{t("formula")}</option>
      </select>
      {kind === "field" && (
        <FieldSelect
          id={control.id}
          fields={fields}
          value={value}
          onChange={onChange}
          describedBy={control.describedBy}
          invalid={control.invalid}
          ariaLabel={label}
        />
      )}
      {kind === "fixed" && (
        <input
          id={control.id}
          className="fw-form-control"
          aria-label={label}
          aria-describedby={control.describedBy}
          aria-invalid={control.invalid || undefined}
          readOnly={control.readOnly}
          value={read.kind === "fixed" ? read.text : value}
          onChange={(event) => onChange(fixedSource(event.target.value, type), "fixed")}
          autoComplete="off"
        />
      )}
      {kind === "formula" && (
        <FeelInput
          id={control.id}
          label={label}
          value={value}
          onChange={(source) => onChange(source, "formula")}
          describedBy={control.describedBy}
          invalid={control.invalid}
        />
      )}
    </span>
  );
}
