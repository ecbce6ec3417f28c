import type { Field } from "@flowright/definition";
import type { Comparison, Condition, ConditionValue } from "@flowright/expressions";

export type Operator = Comparison["operator"];

/** What a field is to a comparison. */
export type ComparedKind = "number" | "moment" | "choice" | "yesNo" | "text" | "other";

export function comparedKind(field: Field | undefined): ComparedKind {
  if (!field) return "text";
  if (field.oneOf || field.enum) return "choice";
  if (field.type === "boolean") return "yesNo";
  if (field.type === "number" || field.type === "integer" || field.format === "money") return "number";
  if (field.type === "array" || field.type === "object") return "other";
  if (field.format === "date" || field.format === "date-time" || field.format === "time") return "moment";
  return field.format === "file" || field.format === "photo" ? "other" : "text";
}

const OPERATORS: { readonly [kind in ComparedKind]: readonly Operator[] } = {
  number: [">", ">=", "<", "<=", "=", "!=", "between", "is empty", "is not empty"],
  moment: ["=", "<", ">", "between", "is empty", "is not empty"],
  choice: ["=", "!=", "in", "is empty", "is not empty"],
  yesNo: ["yes", "no", "is empty", "is not empty"],
  text: ["=", "!=", "contains", "in", "is empty", "is not empty"],
  other: ["is empty", "is not empty"],
};

/** Comparisons that make sense for a field; the one in use always among them. */
export function operatorsOf(field: Field | undefined, used: Operator): readonly Operator[] {
  const usual = OPERATORS[comparedKind(field)];
  return usual.includes(used) ? usual : [...usual, used];
}

/** The value that a fresh comparison begins with; numbers and days begin empty and are asked for. */
function blankValue(field: Field | undefined): ConditionValue {
  const kind = comparedKind(field);
  if (kind === "number") return { number: "" };
  if (kind === "moment") return { moment: "" };
  const first = field?.oneOf?.[0]?.const ?? field?.enum?.[0];
  if (kind === "choice" && typeof first === "number") return { number: String(first) };
  return { text: kind === "choice" ? String(first ?? "") : "" };
}

/** A comparison of a field that has none yet. */
export function comparisonFor(path: string, field: Field | undefined): Comparison {
  return withOperator({ path, operator: "is empty" }, OPERATORS[comparedKind(field)][0] ?? "=", field);
}

/** A condition on the first field that is a number, without its value; null if there is no such field. */
export function unfilled(fields: { readonly [name: string]: Field }): Condition | null {
  const found = Object.entries(fields).find(([, field]) => comparedKind(field) === "number");
  return found ? { all: [comparisonFor(found[0], found[1])] } : null;
}

/** The comparison with another operator; values that still fit are kept. */
export function withOperator(from: Comparison, operator: Operator, field: Field | undefined): Comparison {
  const { path } = from;
  const first = "value" in from ? from.value : "values" in from ? from.values[0] : undefined;
  const value = first ?? blankValue(field);
  switch (operator) {
    case "is empty":
    case "is not empty":
    case "yes":
    case "no":
      return { path, operator };
    case "in":
      return { path, operator, values: "values" in from && from.operator === "in" ? from.values : [value] };
    case "between":
      return { path, operator, values: [value, blankValue(field)] };
    default:
      return { path, operator, value };
  }
}

/** Everything has its value, so that the condition can be written as text. */
export function isComplete(condition: Condition): boolean {
  return partsOf(condition).every((part) =>
    "path" in part ? part.path !== "" && valuesOf(part).every(isGiven) : isComplete(part),
  );
}

export function partsOf(condition: Condition): readonly (Comparison | Condition)[] {
  return "all" in condition ? condition.all : condition.any;
}

export function withParts(condition: Condition, parts: readonly (Comparison | Condition)[]): Condition {
  return "all" in condition ? { all: parts } : { any: parts };
}

function valuesOf(comparison: Comparison): readonly ConditionValue[] {
  if ("value" in comparison) return [comparison.value];
  return "values" in comparison ? comparison.values : [];
}

function isGiven(value: ConditionValue): boolean {
  if ("number" in value) return /^-?\d+(\.\d+)?$/.test(value.number);
  if ("moment" in value) return value.moment !== "";
  return "text" in value || value.field !== "";
}
