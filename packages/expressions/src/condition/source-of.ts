import type { Comparison, Condition, ConditionValue } from "./condition.ts";
import { pathText } from "./path-text.ts";

/** The FEEL text of a condition. */
export function sourceOf(condition: Condition): string {
  if ("all" in condition) return join(condition.all, "and", "true");
  return join(condition.any, "or", "false");
}

function join(parts: readonly (Comparison | Condition)[], word: "and" | "or", empty: string): string {
  if (parts.length === 0) return empty;
  const single = parts.length === 1;
  return parts
    .map((part) => {
      if ("path" in part) return comparisonText(part);
      const text = sourceOf(part);
      const inner = "all" in part ? part.all : part.any;
      return single || inner.length < 2 ? text : `(${text})`;
    })
    .join(` ${word} `);
}

function comparisonText(comparison: Comparison): string {
  const path = pathText(comparison.path.split("."));
  switch (comparison.operator) {
    case "yes":
      return `${path} = true`;
    case "no":
      return `${path} = false`;
    case "is empty":
      return `${path} = null`;
    case "is not empty":
      return `${path} != null`;
    case "in":
      return `${path} in (${comparison.values.map(valueText).join(", ")})`;
    case "between":
      return `${path} between ${valueText(comparison.values[0])} and ${valueText(comparison.values[1])}`;
    case "contains":
      return `contains(${path}, ${valueText(comparison.value)})`;
    default:
      return `${path} ${comparison.operator} ${valueText(comparison.value)}`;
  }
}

function valueText(value: ConditionValue): string {
  if ("text" in value) return JSON.stringify(value.text);
  if ("number" in value) return value.number;
  return "moment" in value ? `@${JSON.stringify(value.moment)}` : pathText(value.field.split("."));
}
