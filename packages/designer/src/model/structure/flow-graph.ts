import type { Node } from "@flowright/definition";
import type { Container } from "../document/container.ts";
import { dominatorsOf } from "./dominators.ts";
import { knotsOf } from "./knots.ts";

/** A line as a way from one step to another; a line from an event on the edge of a step leaves that step. */
export interface Way {
  readonly edge: string;
  readonly boundary: string | null;
  readonly source: string;
  readonly target: string;
}

/** The steps of a container without the events on their edges, and the ways between them. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, Node>;
  /** Step or knot by the steps in it; a knot goes by the name of its first step. */
  readonly knots: ReadonlyMap<string, readonly string[]>;
  /** Ways on, in the order of the document: first its own, then those of the events on its edge. */
  readonly onward: ReadonlyMap<string, readonly Way[]>;
  /** Ways that return to a step which every way here has passed. */
  readonly back: ReadonlyMap<string, readonly Way[]>;
  readonly inward: ReadonlyMap<string, readonly Way[]>;
  /** Steps that stand beside the flow to undo another one: nothing follows them. */
  readonly undoing: ReadonlySet<string>;
  /** Place in an order in which every way leads onward. */
  readonly rank: ReadonlyMap<string, number>;
}

/**
 * The graph of a container, returns set apart. Where a circle has several ways in (so that no step of it is the one
 * returned to), its steps are drawn together into one knot; without returns and knots there are no circles left.
 */
export function flowGraph(container: Container): FlowGraph {
  const hosts = new Map(
    container.nodes.flatMap((node) =>
      node.kind === "boundary" ? [[node.id, node.attachedTo] as const] : [],
    ),
  );
  const present = new Set(container.nodes.map(({ id }) => id));
  const onEdge = (node: Node) => node.kind === "boundary" && present.has(node.attachedTo);
  const nodes = new Map(container.nodes.filter((node) => !onEdge(node)).map((node) => [node.id, node]));
  const ways = waysOf(container, nodes, hosts);
  const dominates = dominatorsOf([...nodes.keys()], ways);
  const returns = new Set(ways.filter(({ source, target }) => dominates(target, source)));
  const forward = ways.filter((way) => !returns.has(way));
  const knots = knotsOf([...nodes.keys()], forward);
  const inKnot = new Map([...knots].flatMap(([name, inside]) => inside.map((id) => [id, name] as const)));
  const between = (way: Way): Way[] => {
    const source = inKnot.get(way.source) ?? way.source;
    const target = inKnot.get(way.target) ?? way.target;
    return source === target && way.source !== way.target ? [] : [{ ...way, source, target }];
  };
  const onward = forward.flatMap(between).filter(({ source, target }) => source !== target);
  return {
    nodes,
    knots,
    onward: grouped(onward, "source"),
    back: grouped([...returns].flatMap(between), "source"),
    inward: grouped(onward, "target"),
    undoing: undoingSteps(container, ways),
    // A knot is found after everything that follows it.
    rank: new Map([...knots.keys()].reverse().map((name, at) => [name, at])),
  };
}

function waysOf(
  { edges }: Container,
  nodes: ReadonlyMap<string, Node>,
  hosts: ReadonlyMap<string, string>,
): Way[] {
  const made: Way[] = [];
  for (const edge of edges) {
    const host = hosts.get(edge.source);
    const source = nodes.has(edge.source) ? edge.source : (host ?? "");
    if (!nodes.has(source) || !nodes.has(edge.target)) continue;
    const boundary = source === edge.source ? null : edge.source;
    made.push({ edge: edge.id, boundary, source, target: edge.target });
  }
  return [...made.filter((way) => way.boundary === null), ...made.filter((way) => way.boundary !== null)];
}

function undoingSteps({ nodes }: Container, ways: readonly Way[]): ReadonlySet<string> {
  const events = new Set(
    nodes.flatMap((node) =>
      node.kind === "boundary" && node.event.type === "compensation" ? [node.id] : [],
    ),
  );
  return new Set(ways.flatMap(({ boundary, target }) => (events.has(boundary ?? "") ? [target] : [])));
}

function grouped(ways: readonly Way[], by: "source" | "target"): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const group = groups.get(way[by]);
    if (group) group.push(way);
    else groups.set(way[by], [way]);
  }
  return groups;
}
