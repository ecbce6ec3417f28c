/**
 * Parameters of set-based statements, written as PostgreSQL's array literals: a batch's rows go column by column. That
 * takes half of the database's time for reading them as JSON, where the name of every column comes with every row.
 */

/** Of texts; null becomes NULL. */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map(quoted).join(",")}}`;
}

/** Of numbers, UUIDs, instants and truth values, none of which needs quotes. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}

/** Of arrays of texts, each of them as a text that is cast in the statement: PostgreSQL has no ragged arrays. */
export function textArrays(values: readonly (readonly string[] | null)[]): string {
  return textArray(values.map((value) => (value === null ? null : textArray(value))));
}

/** For `json_array_elements`: spares the quotes of JSON another round of quoting. */
export function jsonElements(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

function quoted(value: string | null): string {
  if (value === null) return "NULL";
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`;
}
