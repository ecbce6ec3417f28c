/** Keys that come first, in this order; the others follow by their names. */
const FIRST = [
  "schema",
  "id",
  "kind",
  "type",
  "name",
  "en",
  "zh-CN",
  "title",
  "description",
  "documentation",
  "position",
  "x",
  "y",
  "source",
  "target",
  "attachedTo",
  "field",
  "variables",
  "roles",
  "forms",
  "nodes",
  "edges",
  "settings",
] as const;

const RANK = new Map<string, number>(FIRST.map((name, index) => [name, index]));
/** What is inside of these has names that people chose, in an order that people chose. */
const OWN_NAMES = new Set(["properties"]);
/** Values of people: nothing in them is ours to order. */
const OWN_VALUES = new Set(["default", "examples"]);
const WIDTH = 100;

/**
 * The one text of a definition: keys in a fixed order, two spaces, what fits on a line on one line. The order of lists
 * and of the fields of a form is what it was, since it means something.
 */
export function canonicalText(value: unknown): string {
  return `${written(ordered(value, ""), "", 0, true)}\n`;
}

function ordered(value: unknown, name: string): unknown {
  if (OWN_VALUES.has(name)) return value;
  if (Array.isArray(value)) return value.map((item) => ordered(item, name));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, content]) => [key, ordered(content, key)] as const);
  if (!OWN_NAMES.has(name)) entries.sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function rankOf(key: string): number {
  return RANK.get(key) ?? FIRST.length;
}

function written(value: unknown, indent: string, before: number, root: boolean): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (!root && before < WIDTH) {
    const line = inLine(value);
    if (before + line.length <= WIDTH) return line;
  }
  const inside = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => inside + written(item, inside, inside.length, false))
    : Object.entries(value).map(([key, content]) => {
        const start = `${inside}${JSON.stringify(key)}: `;
        return start + written(content, inside, start.length, false);
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, content]) => `${JSON.stringify(key)}: ${inLine(content)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
