import { isContainer, NODE_KINDS, type Node, type WorkflowDefinition } from "@flowright/definition";

const KINDS: ReadonlySet<unknown> = new Set(NODE_KINDS);
/** Kinds that hold steps and lines of their own. */
const CONTAINERS: ReadonlySet<unknown> = new Set(NODE_KINDS.filter((kind) => isContainer({ kind } as Node)));

/**
 * True where the designer can show it, whatever else is wrong: a draft is saved with its problems, and a name that
 * is just being typed must not keep the flow from being opened again.
 */
export function isDrawable(value: unknown): value is WorkflowDefinition {
  if (!isObject(value) || typeof value.id !== "string") return false;
  const { name, variables, roles, forms, settings } = value;
  return (
    (typeof name === "string" || isObject(name)) &&
    (variables === undefined || (isObject(variables) && isObject(variables.properties))) &&
    [roles, forms].every((list) => list === undefined || (Array.isArray(list) && list.every(isObject))) &&
    (settings === undefined || isObject(settings)) &&
    isGraph(value, 0)
  );
}

function isGraph(value: { readonly [key: string]: unknown }, depth: number): boolean {
  const { nodes, edges } = value;
  return (
    depth < 50 &&
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    nodes.every(
      (node) =>
        isObject(node) &&
        typeof node.id === "string" &&
        KINDS.has(node.kind) &&
        (!CONTAINERS.has(node.kind) || isGraph(node, depth + 1)),
    ) &&
    edges.every(
      (edge) =>
        isObject(edge) &&
        typeof edge.id === "string" &&
        typeof edge.source === "string" &&
        typeof edge.target === "string",
    )
  );
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
