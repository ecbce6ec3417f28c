import { linkOf } from "../../machine/create-scope-machine.ts";
import type { EdgeProgram, NodeProgram } from "../../program/program.ts";

/** For one incoming edge of a join: 1 at the place of each node of the scope from which a token can still come by it. */
type Sources = Uint8Array;

/** Kept with the program, worked out when a join is asked for the first time. */
const reaching = new WeakMap<NodeProgram, ReadonlyMap<string, Sources>>();

/**
 * Whether a token at `from` can come to `join` by the edge: by a path of edges, boundary events and links of the
 * scope that does not pass the join. A token that stands at the join itself has passed it and may come round again.
 */
export function canComeBy(join: NodeProgram, edge: EdgeProgram, from: NodeProgram): boolean {
  let known = reaching.get(join);
  if (known === undefined) {
    known = sourcesOf(join);
    reaching.set(join, known);
  }
  return known.get(edge.id)?.[from.index] === 1;
}

function sourcesOf(join: NodeProgram): ReadonlyMap<string, Sources> {
  const before = predecessorsIn(join);
  return new Map(join.incoming.map((edge) => [edge.id, sourcesOfEdge(join, edge, before)]));
}

/** Backwards from the edge, breadth first; the join is marked where one of the nodes after it is, but not passed. */
function sourcesOfEdge(
  join: NodeProgram,
  edge: EdgeProgram,
  before: ReadonlyMap<NodeProgram, readonly NodeProgram[]>,
): Sources {
  const found = new Uint8Array(join.scope.nodes.length);
  const open = [edge.source];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found[node.index] === 1) continue;
    found[node.index] = 1;
    if (node !== join) open.push(...(before.get(node) ?? []));
  }
  return found;
}

/** From where a token can come to each node in one move. */
function predecessorsIn({ scope: { nodes } }: NodeProgram): ReadonlyMap<NodeProgram, readonly NodeProgram[]> {
  const before = new Map<NodeProgram, NodeProgram[]>();
  const leads = (from: NodeProgram, to: NodeProgram): void => {
    const known = before.get(to);
    if (known === undefined) before.set(to, [from]);
    else known.push(from);
  };
  const caught = new Map<string, NodeProgram>();
  for (const node of nodes) {
    const link = node.kind === "catch" ? linkOf(node) : null;
    if (link !== null) caught.set(link, node);
  }
  for (const node of nodes) {
    for (const { target } of node.outgoing) leads(node, target);
    for (const boundary of node.boundaries) leads(node, boundary);
    const link = node.kind === "throw" ? linkOf(node) : null;
    const lands = link === null ? undefined : caught.get(link);
    if (lands !== undefined) leads(node, lands);
  }
  return before;
}
