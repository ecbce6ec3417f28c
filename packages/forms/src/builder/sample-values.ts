import type { CaseData, Field, Form } from "@flowright/definition";
import { fieldAt } from "../form/field-at.ts";
import { choicesOf } from "../value/choices-of.ts";
import type { Json, JsonObject } from "../value/json.ts";
import { setOwnProperty } from "../value/own-property.ts";
import { withValueAt } from "../value/value-at.ts";
import { fieldsOf } from "./edit/form-content.ts";

const MOST_LEVELS = 3;

/** Made-up values for the fields that a form only shows, so that its preview is no page of dashes. */
export function sampleValues(form: Form, schema: CaseData): JsonObject {
  let values: JsonObject = {};
  for (const { field: path, mode } of fieldsOf(form)) {
    const field = mode === "read" ? fieldAt(schema, path) : undefined;
    if (field) values = withValueAt(values, path, sampleOf(field, 0));
  }
  return values;
}

function sampleOf(field: Field, level: number): Json {
  const choice = choicesOf(field)?.[0];
  if (choice) return choice.value;
  if (field.type === "boolean") return true;
  if (field.type === "number" || field.type === "integer") return field.minimum ?? 1;
  if (field.type === "array") return level < MOST_LEVELS ? listOf(field.items, level) : [];
  if (field.type === "object") return level < MOST_LEVELS ? groupOf(field, level) : {};
  return textOfFormat(field.format);
}

function listOf(entry: Field | undefined, level: number): Json {
  if (!entry || entry.format === "photo" || entry.format === "file") return [];
  return [sampleOf(entry, level + 1)];
}

function groupOf(field: Field, level: number): JsonObject {
  const group: JsonObject = {};
  for (const [name, inner] of Object.entries(field.properties ?? {})) {
    setOwnProperty(group, name, sampleOf(inner, level + 1));
  }
  return group;
}

function textOfFormat(format: Field["format"]): string {
  switch (format) {
    case "money":
      return "1280.00";
    case "date":
      return "2026-11-24";
    case "date-time":
      return "2026-11-24T01:30:00Z";
    case "time":
      return "09:30";
    case "duration":
      return "P7D";
    case "email":
      return "name@example.com";
    case "photo":
    case "file":
      return "";
    default:
      return "ABC-123";
  }
}
