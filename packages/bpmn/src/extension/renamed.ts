import type { WorkflowDefinition } from "@flowright/definition";

/** Where ids of steps, lines and what is drawn beside them stand, outside of the elements that have them. */
const REFERENCES: ReadonlySet<string> = new Set([
  "id",
  "source",
  "target",
  "attachedTo",
  "activity",
  "of",
  "in",
  "about",
  "edge",
  "node",
  "nodes",
  "parent",
]);

type Renames = ReadonlyMap<string, string>;

/** A drawing whose steps and lines have other ids, with everything that refers to them. The flow keeps its own. */
export function renamed(definition: WorkflowDefinition, names: Renames): WorkflowDefinition {
  if (names.size === 0) return definition;
  const { nodes, edges, drawing, ...rest } = definition;
  return {
    ...rest,
    nodes: nodes.map((node) => elementRenamed(node, names)),
    edges: edges.map((edge) => elementRenamed(edge, names)),
    ...(drawing ? { drawing: drawingRenamed(drawing, names) } : {}),
  };
}

/** Steps and lines refer by a few properties; what else they hold is data that only looks alike. */
function elementRenamed<T extends object>(element: T, names: Renames): T {
  return mapped(element, (key, value) => {
    if (key === "nodes" || key === "edges")
      return (value as object[]).map((inner) => elementRenamed(inner, names));
    if (key === "event" || key === "result") {
      return mapped(value as object, (inner, id) => (inner === "activity" ? nameFor(id, names) : id));
    }
    return key === "activity" ? value : reference(key, value, names);
  });
}

function drawingRenamed<T extends object>(drawing: T, names: Renames): T {
  return mapped(drawing, (_, list) =>
    Array.isArray(list)
      ? list.map((one: object) => mapped(one, (key, value) => reference(key, value, names)))
      : list,
  );
}

function reference(key: string, value: unknown, names: Renames): unknown {
  if (!REFERENCES.has(key)) return value;
  return Array.isArray(value) ? value.map((one) => nameFor(one, names)) : nameFor(value, names);
}

function nameFor(value: unknown, names: Renames): unknown {
  return typeof value === "string" ? (names.get(value) ?? value) : value;
}

function mapped<T extends object>(fields: T, change: (key: string, value: unknown) => unknown): T {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(key, value)])) as T;
}
