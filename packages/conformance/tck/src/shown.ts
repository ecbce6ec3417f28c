import { type FeelValue, toJson } from "@flowright/expressions";

/** A value for the report of failures. */
export function shown(value: FeelValue): string {
  const json = toJson(value);
  return json.ok ? JSON.stringify(json.value).slice(0, 120) : json.error.code;
}
