import type { Comparison, Condition } from "@flowright/expressions";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { usePanelScope } from "../property/panel-scope.ts";
import { ComparisonRow } from "./ComparisonRow.tsx";
import { comparisonFor, partsOf, withParts } from "./comparison-edits.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";

interface ConditionGroupProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove?: (() => void) | undefined;
  /** Number of the group around, e.g. `2.`; empty at the top. */
  readonly prefix: string;
}

/** Rows that hold together by "all" or "any"; a group may hold groups. */
export function ConditionGroup({ condition, onChange, onRemove, prefix }: ConditionGroupProps) {
  const t = useTexts(CONDITION_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const { fields } = usePanelScope();
  const readOnly = useDesigner((state) => state.readOnly);
  const parts = partsOf(condition);
  const put = (index: number, part: Comparison | Condition) =>
    onChange(
      withParts(
        condition,
        parts.map((each, at) => (at === index ? part : each)),
      ),
    );
  const drop = (index: number) =>
    onChange(
      withParts(
        condition,
        parts.filter((_, at) => at !== index),
      ),
    );
  const fresh = (): Comparison => {
    const [path = "", field] = Object.entries(fields)[0] ?? [];
    return comparisonFor(path, field);
  };
  return (
    <div className="fw-panel-conditions" data-inner={prefix !== "" || undefined}>
      {(parts.length > 1 || prefix !== "") && (
        <span className="fw-panel-card-head">
          <select
            className="fw-form-control"
            aria-label={t("match")}
            value={"all" in condition ? "all" : "any"}
            disabled={readOnly}
            onChange={(event) => onChange(event.target.value === "all" ? { all: parts } : { any: parts })}
          >
            <option value="all">{t("all")}</option>
            <option value="any">{t("any")}</option>
          </select>
          {onRemove && (
            <button
              type="button"
              className="fw-form-icon"
              disabled={readOnly}
              aria-label={p("removeOf", { name: t("row", { n: prefix.slice(0, -1) }) })}
              onClick={onRemove}
            >
              ×
            </button>
          )}
        </span>
      )}
      {parts.map((part, index) => {
        const n = `${prefix}${index + 1}`;
        return "path" in part ? (
          <ComparisonRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own.
            key={index}
            n={n}
            comparison={part}
            onChange={(next) => put(index, next)}
            onRemove={() => drop(index)}
          />
        ) : (
          <ConditionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity of their own.
            key={index}
            prefix={`${n}.`}
            condition={part}
            onChange={(next) => put(index, next)}
            onRemove={() => drop(index)}
          />
        );
      })}
      <span className="fw-panel-buttons">
        <button
          type="button"
          className="fw-form-button"
          disabled={readOnly}
          onClick={() => onChange(withParts(condition, [...parts, fresh()]))}
        >
          + {t("addRow")}
        </button>
        {prefix === "" && parts.length > 0 && (
          <button
            type="button"
            className="fw-form-button"
            disabled={readOnly}
            onClick={() => {
              const group: Condition = "all" in condition ? { any: [fresh()] } : { all: [fresh()] };
              onChange(withParts(condition, [...parts, group]));
            }}
          >
            + {t("addGroup")}
          </button>
        )}
      </span>
    </div>
  );
}
