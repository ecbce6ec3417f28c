/**
 * The one text of a JSON value: keys sorted by UTF-16 units, no white space, properties without a value left out
 * (as in RFC 8785). Two values are the same exactly if their texts are.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const content = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(content)
    .filter((key) => content[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(content[key])}`);
  return `{${members.join(",")}}`;
}
