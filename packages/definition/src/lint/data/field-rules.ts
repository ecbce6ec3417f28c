import type { Field } from "../../generated/workflow.ts";
import type { Rule } from "../drawing.ts";
import { textParams } from "../names.ts";
import { fieldsOf, objectsOf, type PlacedField } from "./each-field.ts";

/** What a field says about its values can be met. */
export const fieldRules: Rule = (drawing, report) => {
  for (const { object, path, node } of objectsOf(drawing)) {
    for (const { name, field, path: fieldPath } of fieldsOf(object, path).flatMap(withItems)) {
      const params = textParams("field", field.title, name);
      if (field.type === "array" && !field.items) {
        report.add("field.items-missing", { path: fieldPath, node, params });
      }
      if (hasEmptyRange(field)) report.add("field.range-empty", { path: fieldPath, node, params });
      if (field.pattern !== undefined && !isPattern(field.pattern)) {
        report.add("field.pattern-invalid", { path: `${fieldPath}/pattern`, node, params });
      }
      if (field.default !== undefined && !hasType(field.default, field.type)) {
        report.add("field.default-type", { path: `${fieldPath}/default`, node, params });
      }
    }
  }
};

function withItems(placed: PlacedField): PlacedField[] {
  const { name, field, path } = placed;
  return field.items ? [placed, ...withItems({ name, field: field.items, path: `${path}/items` })] : [placed];
}

function hasEmptyRange(field: Field): boolean {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = field;
  return (
    isBelow(maximum, minimum) ||
    isBelow(field.maxLength, field.minLength) ||
    isBelow(field.maxItems, field.minItems) ||
    isBelow(below, minimum) ||
    isBelow(maximum, above) ||
    (below !== undefined && (below === above || below === minimum)) ||
    (maximum !== undefined && maximum === above)
  );
}

function isBelow(most: number | undefined, least: number | undefined): boolean {
  return most !== undefined && least !== undefined && most < least;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

function hasType(value: unknown, type: Field["type"]): boolean {
  if (type === undefined || value === null) return true;
  if (type === "integer") return Number.isInteger(value);
  return (Array.isArray(value) ? "array" : typeof value) === type;
}
