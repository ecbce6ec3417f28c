import type { WorkflowDefinition } from "@flowright/definition";
import type { Container } from "../document/container.ts";
import { containerOf } from "../document/index-of.ts";
import { isGateway } from "../geometry/size-of.ts";
import { leadsOn } from "../rule/leads-on.ts";
import { type FlowGraph, flowGraph, type Way } from "./flow-graph.ts";
import { type Fork, isEnd, mergeOf, reached } from "./region.ts";
import type { Branch, Item, Sequence, SplitItem, Tail, Tree } from "./tree.ts";

const known = new WeakMap<readonly unknown[], { edges: readonly unknown[]; tree: Tree }>();

/**
 * A container (null: the flow) as a column of steps. Every step without the events on the edges of steps is in it
 * exactly once. Branches are columns where they have one way in and come together in one place; where lines cross,
 * the steps between are one free item. A return to a step that every way has passed ends a branch.
 */
export function treeOf(definition: WorkflowDefinition, container: string | null): Tree {
  const inside = containerOf(definition, container) ?? { nodes: [], edges: [] };
  const before = known.get(inside.nodes);
  if (before?.edges === inside.edges) return before.tree;
  const tree = parsed(inside, container);
  known.set(inside.nodes, { edges: inside.edges, tree });
  return tree;
}

function parsed(inside: Container, container: string | null): Tree {
  const graph = flowGraph(inside);
  const placed = new Set<string>();
  const parts = componentsOf(graph);
  const sequences = parts.map((part) => {
    const roots = part.filter((id) => !graph.inward.has(id));
    const first = roots[0];
    if (first !== undefined && roots.length === 1) return sequence(graph, placed, first, [], null);
    const ways = roots.map((target): Way => ({ edge: "", boundary: null, source: "", target }));
    const beginning: Parsing = { graph, placed, stop: null, items: [], later: [] };
    return continued(beginning, fork(beginning, null, ways, []) ?? END);
  });
  const main = parts.findIndex((part) => part.some((id) => graph.nodes.get(id)?.kind === "start"));
  const at = main === -1 ? 0 : main;
  return {
    container,
    main: sequences[at] ?? { items: [], tail: END },
    asides: sequences.filter((_, other) => other !== at),
  };
}

const END: Tail = { type: "end" };

interface Parsing {
  readonly graph: FlowGraph;
  /** Ends that stand somewhere already. */
  readonly placed: Set<string>;
  readonly stop: string | null;
  readonly items: Item[];
  /** Branches are looked at after what follows them, so that an end stands in the longest column that leads to it. */
  readonly later: (() => void)[];
}

interface Onward {
  readonly node: string;
  readonly entry: readonly string[];
}

function sequence(
  graph: FlowGraph,
  placed: Set<string>,
  first: string,
  entry: readonly string[],
  stop: string | null,
): Sequence {
  return continued({ graph, placed, stop, items: [], later: [] }, { node: first, entry });
}

function continued(parsing: Parsing, first: Onward | Tail): Sequence {
  let next = first;
  while (!("type" in next)) next = step(parsing, next);
  for (const finish of parsing.later) finish();
  return { items: parsing.items, tail: next };
}

/** Takes the next step into the column; what follows it, or how the column ends. */
function step(parsing: Parsing, { node, entry }: Onward): Onward | Tail {
  const { graph, placed, stop, items } = parsing;
  if (node === stop) return { type: "joins", edges: entry };
  if (isEnd(graph, node)) {
    const edge = entry[0];
    if (placed.has(node) && edge !== undefined) return { type: "elsewhere", edge, to: node };
    placed.add(node);
  }
  const inside = graph.knots.get(node) ?? [node];
  const onward = graph.onward.get(node) ?? [];
  const back = graph.back.get(node) ?? [];
  if (inside.length > 1) {
    if (new Set(onward.map(({ target }) => target)).size > 1)
      return fork(parsing, node, onward, entry) ?? END;
    items.push({ type: "free", entry, nodes: inside });
    const target = onward[0]?.target;
    return target === undefined ? END : { node: target, entry: onward.map(({ edge }) => edge) };
  }
  if (onward.length + back.length > 1) return fork(parsing, node, onward, entry) ?? END;
  items.push({ type: "step", node, entry });
  const [way] = onward;
  if (way?.boundary === null) return { node: way.target, entry: [way.edge] };
  const [returned] = back;
  if (returned?.boundary === null) return { type: "back", edge: returned.edge, to: returned.target };
  // The one line leaves an event on its edge: that is a branch, and the step itself is left open.
  if (way || returned) {
    items.pop();
    return fork(parsing, node, onward, entry) ?? END;
  }
  const made = graph.nodes.get(node);
  return made && leadsOn(made) && !graph.undoing.has(node) ? { type: "open", source: node } : END;
}

/** Takes a step with its branches into the column; what follows where they come together. */
function fork(
  parsing: Parsing,
  source: string | null,
  ways: readonly Way[],
  entry: readonly string[],
): Onward | null {
  const { graph, placed, stop, items } = parsing;
  const forked: Fork = { source, ways, stop };
  const merge = ways.length === 0 ? null : mergeOf(graph, forked, placed);
  const until = merge ?? stop;
  const inside = reached(
    graph,
    ways.map(({ target }) => target),
    [until, stop],
  );
  const from = new Set(inside).add(source ?? "");
  const structured =
    (source === null || graph.knots.get(source)?.length === 1) && areApart(graph, ways, until, stop);
  if (structured) {
    const at = items.push({ type: "split", node: source, entry, branches: [], join: null }) - 1;
    parsing.later.push(() => {
      const split = items[at] as SplitItem;
      items[at] = { ...split, branches: branchesOf(parsing, source, ways, until) };
    });
  } else {
    const free = [...(source === null ? [] : [source]), ...inside].filter((id) => {
      const taken = placed.has(id);
      if (isEnd(graph, id)) placed.add(id);
      return !taken;
    });
    const nodes = free.flatMap((id) => graph.knots.get(id) ?? [id]);
    items.push({ type: "free", entry, nodes });
  }
  if (until === null) return null;
  const into = (graph.inward.get(until) ?? []).filter((way) => from.has(way.source)).map(({ edge }) => edge);
  return into.length === 0 ? null : behindJoin(parsing, { node: until, entry: into });
}

/** Branches share no step, but for ends. */
function areApart(
  graph: FlowGraph,
  ways: readonly Way[],
  merge: string | null,
  stop: string | null,
): boolean {
  const seen = new Set<string>();
  return ways.every(({ target }) => {
    const own = [...reached(graph, [target], [merge, stop])].filter((id) => !isEnd(graph, id));
    const apart = own.every((id) => !seen.has(id));
    for (const id of own) seen.add(id);
    return apart;
  });
}

function branchesOf(
  { graph, placed }: Parsing,
  source: string | null,
  ways: readonly Way[],
  stop: string | null,
): Branch[] {
  const returns = source === null ? [] : (graph.back.get(source) ?? []);
  const all = [...ways, ...returns].sort((a, b) => Number(a.boundary !== null) - Number(b.boundary !== null));
  const itself = source === null ? undefined : graph.nodes.get(source);
  const left = itself && all.every(({ boundary }) => boundary !== null) && leadsOn(itself) ? [itself.id] : [];
  const open = left.map(
    (id): Branch => ({ edge: null, boundary: null, body: { items: [], tail: { type: "open", source: id } } }),
  );
  const made = all.map((way): Branch => {
    const { boundary } = way;
    const edge = way.edge === "" ? null : way.edge;
    const entry = edge === null ? [] : [edge];
    const body: Sequence = returns.includes(way)
      ? { items: [], tail: { type: "back", edge: way.edge, to: way.target } }
      : sequence(graph, placed, way.target, entry, stop);
    return { edge, boundary, body };
  });
  return [...open, ...made];
}

/** A gateway that does nothing but bring the branches together belongs to them. */
function behindJoin({ graph, items, stop }: Parsing, at: Onward): Onward {
  const split = items.at(-1);
  const node = graph.nodes.get(at.node);
  const onward = graph.onward.get(at.node) ?? [];
  const [way] = onward;
  if (split?.type !== "split" || split.node === null || at.node === stop || at.entry.length < 2) return at;
  if (graph.knots.get(at.node)?.length !== 1) return at;
  if (!node || !isGateway(node.kind) || !way || onward.length > 1 || graph.back.has(at.node)) return at;
  items[items.length - 1] = { ...split, join: at.node };
  return { node: way.target, entry: [way.edge] };
}

function componentsOf({ nodes, knots, onward, inward }: FlowGraph): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const id of nodes.keys()) {
    if (!knots.has(id) || seen.has(id)) continue;
    const part = new Set([id]);
    for (const each of part) {
      for (const { target } of onward.get(each) ?? []) part.add(target);
      for (const { source } of inward.get(each) ?? []) part.add(source);
    }
    for (const each of part) seen.add(each);
    parts.push([...part]);
  }
  return parts;
}
