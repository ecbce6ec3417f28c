import type { Field } from "@flowright/definition";
import type { Json, JsonObject } from "@flowright/engine";

/** A made-up value for a field: its default, its first example, or something plain of its type. */
export function sampleValue(field: Field, name: string, person: string, today: string): Json {
  if (field.default !== undefined) return field.default as Json;
  if (field.examples?.[0] !== undefined) return field.examples[0] as Json;
  if (field.const !== undefined) return field.const;
  if (field.enum?.[0] !== undefined) return field.enum[0];
  if (field.oneOf?.[0]) return field.oneOf[0].const;
  switch (field.format) {
    case "money":
      return "100.00";
    case "date":
      return today.slice(0, 10);
    case "date-time":
      return today;
    case "time":
      return "09:00:00";
    case "duration":
      return "P1D";
    case "person":
      return person;
    case "email":
      return "someone@example.com";
    case "uri":
      return "https://example.com";
    case "phone":
      return "13800000000";
    case "file":
    case "photo":
      return null;
  }
  switch (field.type) {
    case "number":
    case "integer":
      return field.minimum ?? (field.exclusiveMinimum === undefined ? 1 : field.exclusiveMinimum + 1);
    case "boolean":
      return false;
    case "array":
      return sampleList(field, name, person, today);
    case "object":
      return sampleValues(field.properties ?? {}, person, today);
    default:
      return `${name}-1`.slice(0, field.maxLength);
  }
}

function sampleList(field: Field, name: string, person: string, today: string): Json {
  const { items } = field;
  if (!items || items.format === "file" || items.format === "photo") return [];
  return [sampleValue(items, name, person, today)];
}

/** Made-up values for several fields. */
export function sampleValues(
  fields: Readonly<Record<string, Field>>,
  person: string,
  today: string,
): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, sampleValue(field, name, person, today)]),
  );
}
