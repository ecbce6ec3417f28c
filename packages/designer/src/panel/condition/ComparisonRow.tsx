import type { Comparison, ConditionValue } from "@flowright/expressions";
import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { usePanelScope } from "../property/panel-scope.ts";
import { FieldSelect } from "../value/FieldSelect.tsx";
import { fieldOptions } from "../value/field-options.ts";
import { comparedKind, comparisonFor, type Operator, operatorsOf, withOperator } from "./comparison-edits.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";
import { FixedValueInput } from "./FixedValueInput.tsx";
import { ValueListInput } from "./ValueListInput.tsx";

interface ComparisonRowProps {
  readonly comparison: Comparison;
  /** Its number as it is read aloud, e.g. `2` or `2.1`. */
  readonly n: string;
  readonly onChange: (comparison: Comparison) => void;
  readonly onRemove: () => void;
}

/** One line of a condition: field, comparison, value. */
export function ComparisonRow({ comparison, n, onChange, onRemove }: ComparisonRowProps) {
  const t = useTexts(CONDITION_TEXTS);
  const { fields } = usePanelScope();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const options = useMemo(() => fieldOptions(fields, language), [fields, language]);
  const fieldOf = (path: string) => options.find((option) => option.path === path)?.field;
  const field = fieldOf(comparison.path);
  const kind = comparedKind(field);
  const title = (operator: Operator) => {
    if (kind === "moment" && operator === ">") return t("later");
    return kind === "moment" && operator === "<" ? t("earlier") : t(operator);
  };
  const againstField = "value" in comparison && "field" in comparison.value;
  const fitting = options.find(
    (option) => option.path !== comparison.path && comparedKind(option.field) === kind,
  );
  return (
    <fieldset className="fw-panel-condition" aria-label={t("row", { n })}>
      <FieldSelect
        fields={fields}
        value={comparison.path}
        ariaLabel={t("rowField", { n })}
        onChange={(path) => onChange(movedTo(comparison, path, field, fieldOf(path)))}
      />
      <button
        type="button"
        className="fw-form-icon"
        aria-label={t("removeRow", { n })}
        disabled={readOnly}
        onClick={onRemove}
      >
        ×
      </button>
      <select
        className="fw-form-control"
        aria-label={t("rowOperator", { n })}
        value={comparison.operator}
        disabled={readOnly}
        onChange={(event) => onChange(withOperator(comparison, event.target.value as Operator, field))}
      >
        {operatorsOf(field, comparison.operator).map((operator) => (
          <option key={operator} value={operator}>
            {title(operator)}
          </option>
        ))}
      </select>
      {"value" in comparison && (
        <span className="fw-panel-against">
          {againstField && "field" in comparison.value ? (
            <FieldSelect
              fields={fields}
              value={comparison.value.field}
              ariaLabel={t("rowValue", { n })}
              fits={(option) => comparedKind(option.field) === kind && option.path !== comparison.path}
              onChange={(path) => onChange({ ...comparison, value: { field: path } })}
            />
          ) : (
            <FixedValueInput
              field={field}
              value={comparison.value}
              label={t("rowValue", { n })}
              onChange={(value) => onChange({ ...comparison, value })}
            />
          )}
          {(fitting || againstField) && (
            <select
              className="fw-form-control"
              aria-label={t("rowAgainst", { n })}
              value={againstField ? "field" : "value"}
              disabled={readOnly}
              onChange={(event) => {
                const blank = comparisonFor(comparison.path, field);
                const fixed: ConditionValue = "value" in blank ? blank.value : { text: "" };
                const chosen = event.target.value === "field" ? { field: fitting?.path ?? "" } : fixed;
                onChange({ ...comparison, value: chosen });
              }}
            >
              <option value="value">{t("aValue")}</option>
              <option value="field">{t("aField")}</option>
            </select>
          )}
        </span>
      )}
      {comparison.operator === "between" && (
        <span className="fw-panel-between">
          <FixedValueInput
            field={field}
            value={comparison.values[0]}
            label={t("rowValue", { n })}
            onChange={(low) => onChange({ ...comparison, values: [low, comparison.values[1]] })}
          />
          <span>{t("and")}</span>
          <FixedValueInput
            field={field}
            value={comparison.values[1]}
            label={t("rowUpper", { n })}
            onChange={(high) => onChange({ ...comparison, values: [comparison.values[0], high] })}
          />
        </span>
      )}
      {comparison.operator === "in" && (
        <ValueListInput
          field={field}
          values={comparison.values}
          label={t("rowValue", { n })}
          onChange={(values) => onChange({ ...comparison, values })}
        />
      )}
    </fieldset>
  );
}

/** Another field keeps the comparison where both are of a kind, else begins afresh. */
function movedTo(
  comparison: Comparison,
  path: string,
  from: Parameters<typeof comparedKind>[0],
  to: Parameters<typeof comparedKind>[0],
): Comparison {
  const kind = comparedKind(to);
  const same = comparedKind(from) === kind && kind !== "choice";
  return same && comparison.path !== "" ? { ...comparison, path } : comparisonFor(path, to);
}
