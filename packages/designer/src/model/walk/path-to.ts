import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";

/** Ids of the lines on the shortest way from a start to this step, within its container; null if none. */
export function pathTo(definition: WorkflowDefinition, id: string): readonly string[] | null {
  const index = indexOf(definition);
  const placed = index.nodes.get(id);
  if (!placed) return null;
  const starts = (placed.parent ?? definition).nodes.filter((node) => node.kind === "start");
  const cameBy = new Map<string, { edge: string; from: string } | null>(
    starts.map((node) => [node.id, null]),
  );
  const queue = starts.map((node) => node.id);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === id) break;
    const ways = [at, ...(index.boundaries.get(at) ?? []).map((node) => node.id)].flatMap(
      (source) => index.outgoing.get(source) ?? [],
    );
    for (const edge of ways) {
      if (cameBy.has(edge.target)) continue;
      cameBy.set(edge.target, { edge: edge.id, from: at });
      queue.push(edge.target);
    }
  }
  if (!cameBy.has(id)) return null;
  const edges: string[] = [];
  for (let step = cameBy.get(id); step; step = cameBy.get(step.from)) edges.unshift(step.edge);
  return edges;
}
