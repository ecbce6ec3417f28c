import { edgesOf, nodesOf, type WorkflowDefinition } from "@flowright/definition";

/** Keys that would reach behind the document. */
const NEVER = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The keys from the root of a definition to a place; null where the place does not exist. A leading `@id` is a step or
 * a line on any level, `@id` after a list its entry of that id.
 */
export function placeKeys(definition: WorkflowDefinition, at: string): (string | number)[] | null {
  const segments = at.split("/").slice(1).map(unescaped);
  if (segments.length === 0 || segments.some((segment) => NEVER.has(segment))) return null;
  const [first = "", ...rest] = segments;
  const start = first.startsWith("@") ? elementKeys(definition, first.slice(1)) : [];
  if (start === null) return null;
  return walk(definition, start, first.startsWith("@") ? rest : segments);
}

function elementKeys(definition: WorkflowDefinition, id: string): (string | number)[] | null {
  for (const { node, path } of nodesOf(definition)) if (node.id === id) return keysOf(path);
  for (const { edge, path } of edgesOf(definition)) if (edge.id === id) return keysOf(path);
  return null;
}

const keysOf = (path: string) =>
  path
    .split("/")
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** The last key may be absent from its object, all before it must lead somewhere. */
function walk(
  root: unknown,
  start: (string | number)[],
  segments: readonly string[],
): (string | number)[] | null {
  const keys = [...start];
  let value = start.reduce<unknown>((inside, key) => childOf(inside, key), root);
  for (const [index, segment] of segments.entries()) {
    const key = Array.isArray(value) ? indexIn(value, segment) : segment;
    if (key === null || typeof value !== "object" || value === null) return null;
    if (index < segments.length - 1 && childOf(value, key) === undefined) return null;
    keys.push(key);
    value = childOf(value, key);
  }
  return keys;
}

function indexIn(list: readonly unknown[], segment: string): number | null {
  const index = segment.startsWith("@")
    ? list.findIndex((entry) => childOf(entry, "id") === segment.slice(1))
    : /^\d+$/.test(segment)
      ? Number(segment)
      : -1;
  return index >= 0 && index < list.length ? index : null;
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

const unescaped = (segment: string) => segment.replaceAll("~1", "/").replaceAll("~0", "~");
