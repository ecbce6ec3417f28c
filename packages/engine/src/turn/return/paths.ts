import { linkOf } from "../../machine/create-scope-machine.ts";
import type { NodeProgram } from "../../program/program.ts";

/** Kept with the program, worked out when a step is asked for the first time. */
const known = new WeakMap<NodeProgram, ReadonlySet<NodeProgram>>();

/** The nodes of its scope to which a path of edges, boundary events and links leads from a node. */
export function nodesAfter(node: NodeProgram): ReadonlySet<NodeProgram> {
  let found = known.get(node);
  if (found === undefined) {
    found = reachedFrom(node, nextOf);
    known.set(node, found);
  }
  return found;
}

/** The nodes of its scope from which such a path leads to a node, the nearest first. */
export function nodesBefore(node: NodeProgram): ReadonlySet<NodeProgram> {
  return reachedFrom(node, previousOf);
}

function reachedFrom(
  from: NodeProgram,
  step: (node: NodeProgram) => readonly NodeProgram[],
): ReadonlySet<NodeProgram> {
  // A set is gone through in the order in which it grows, also while it does.
  const found = new Set(step(from));
  for (const node of found) for (const next of step(node)) found.add(next);
  return found;
}

function nextOf(node: NodeProgram): NodeProgram[] {
  const next = [...node.outgoing.map(({ target }) => target), ...node.boundaries];
  return node.kind === "throw" ? [...next, ...linked(node, "catch")] : next;
}

function previousOf(node: NodeProgram): NodeProgram[] {
  const before = node.incoming.map(({ source }) => source);
  if (node.node.kind === "boundary") {
    const { attachedTo } = node.node;
    return [...before, ...node.scope.nodes.filter(({ id }) => id === attachedTo)];
  }
  return node.kind === "catch" ? [...before, ...linked(node, "throw")] : before;
}

function linked(node: NodeProgram, kind: "catch" | "throw"): NodeProgram[] {
  const name = linkOf(node);
  if (name === null) return [];
  return node.scope.nodes.filter((other) => other.kind === kind && linkOf(other) === name);
}
