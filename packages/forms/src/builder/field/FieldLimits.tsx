import type { Field } from "@flowright/definition";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import { kindOf } from "../edit/field-kind.ts";
import { compact } from "../edit/form-content.ts";
import { CurrencySelect } from "./CurrencySelect.tsx";
import { FirstValue } from "./FirstValue.tsx";
import { LimitInput } from "./LimitInput.tsx";

interface FieldLimitsProps {
  readonly field: Field;
  readonly onChange: (field: Field, typing?: string) => void;
  /** A column begins empty in every new row. */
  readonly column?: boolean | undefined;
}

type Patch = { [K in keyof Field]?: Field[K] | undefined };

/** What belongs to the kind of a field: unit, currency, limits, and what it holds at first. */
export function FieldLimits({ field, onChange, column = false }: FieldLimitsProps) {
  const { t, language } = useBuilder();
  const kind = kindOf(field);
  const patch = (change: Patch, typing?: string) => onChange(compact<Field>({ ...field, ...change }), typing);
  const limit = (name: "minimum" | "maximum" | "maxLength" | "minItems" | "maxItems") => (
    <LimitInput
      count={name !== "minimum" && name !== "maximum"}
      label={t(name)}
      value={field[name]}
      onChange={(value) => patch({ [name]: value }, name)}
    />
  );
  return (
    <>
      {kind === "number" && (
        <>
          <BilingualInput
            label={t("unit")}
            language={language}
            value={field.unit}
            onChange={(unit) => patch({ unit }, "unit")}
          />
          <label className="fw-form-choice">
            <input
              type="checkbox"
              checked={field.type === "integer"}
              onChange={(event) => patch({ type: event.target.checked ? "integer" : "number" })}
            />
            {t("wholeNumber")}
          </label>
        </>
      )}
      {kind === "money" && (
        <CurrencySelect value={field.currency} onChange={(currency) => patch({ currency })} />
      )}
      {(kind === "number" || kind === "money") && (
        <div className="fw-builder-pair">
          {limit("minimum")}
          {limit("maximum")}
        </div>
      )}
      {(kind === "text" || kind === "longText") && limit("maxLength")}
      {(kind === "photos" || kind === "files" || kind === "rows") && (
        <div className="fw-builder-pair">
          {limit("minItems")}
          {limit("maxItems")}
        </div>
      )}
      {!column && (
        <FirstValue field={field} onChange={(value, typing) => patch({ default: value }, typing)} />
      )}
    </>
  );
}
