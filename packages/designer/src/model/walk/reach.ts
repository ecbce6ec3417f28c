import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";

/**
 * Steps with everything that comes before or after them, and the lines between all of these. Stays in the container
 * that a step is in; an event on the edge of a step leads on like the step itself.
 */
export function withReach(
  definition: WorkflowDefinition,
  ids: readonly string[],
  direction: "before" | "after",
): readonly string[] {
  const index = indexOf(definition);
  const found = new Set(ids.filter((id) => index.nodes.has(id)));
  for (const id of found) for (const next of neighbours(definition, id, direction)) found.add(next);
  const lines = [...index.edges.values()].flatMap(({ edge }) =>
    found.has(edge.source) && found.has(edge.target) ? [edge.id] : [],
  );
  return [...found, ...lines];
}

function neighbours(definition: WorkflowDefinition, id: string, direction: "before" | "after"): string[] {
  const index = indexOf(definition);
  const node = index.nodes.get(id)?.node;
  if (direction === "before") {
    const lines = (index.incoming.get(id) ?? []).map(({ source }) => source);
    return node?.kind === "boundary" ? [node.attachedTo, ...lines] : lines;
  }
  const events = (index.boundaries.get(id) ?? []).map((event) => event.id);
  return [...events, ...(index.outgoing.get(id) ?? []).map(({ target }) => target)];
}

/**
 * The branch that a line begins, or that a step stands in: all that is reached by it and by none of the other ways out
 * of the same step. Null where the flow has not parted before.
 */
export function branchOf(definition: WorkflowDefinition, id: string): readonly string[] | null {
  const first = firstLine(definition, id);
  if (first === null) return null;
  const index = indexOf(definition);
  const line = index.edges.get(first)?.edge;
  if (!line) return null;
  const others = (index.outgoing.get(line.source) ?? []).filter((edge) => edge.id !== first);
  const elsewhere = new Set(
    withReach(
      definition,
      others.map(({ target }) => target),
      "after",
    ),
  );
  const steps = new Set(
    withReach(definition, [line.target], "after").filter(
      (each) => index.nodes.has(each) && !elsewhere.has(each) && each !== line.source,
    ),
  );
  if (steps.size === 0) return null;
  const lines = [...index.edges.values()].flatMap(({ edge }) =>
    steps.has(edge.source) && steps.has(edge.target) ? [edge.id] : [],
  );
  return [first, ...steps, ...lines];
}

/** The line that leaves the nearest parting before a step. */
function firstLine(definition: WorkflowDefinition, id: string): string | null {
  const index = indexOf(definition);
  const parts = (source: string) => (index.outgoing.get(source) ?? []).length > 1;
  const line = index.edges.get(id)?.edge;
  if (line) return parts(line.source) ? id : null;
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); ) {
    seen.add(at);
    const node = index.nodes.get(at)?.node;
    if (node?.kind === "boundary") {
      at = node.attachedTo;
      continue;
    }
    const ways = index.incoming.get(at) ?? [];
    const way = ways[0];
    if (!way || ways.length > 1) return null;
    if (parts(way.source)) return way.id;
    at = way.source;
  }
  return null;
}
