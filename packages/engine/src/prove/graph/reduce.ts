import { type Content, type Item, isSilent } from "./content.ts";
import {
  type ControlEdge,
  type ControlGraph,
  type ControlNode,
  disconnect,
  extend,
} from "./control-graph.ts";

/** Content that is copied at most; longer one stays where it is. */
const LONGEST_COPY = 30;

/**
 * Reduces blocks to edges until nothing changes: series, choices, parallel and inclusive blocks, loops, and ways out of
 * a choice that end the whole scope. What is left keeps every finding of the original: the rules are Murata's fusions
 * of places and transitions ("Petri nets: properties, analysis and applications", 1989), read for workflow graphs as by
 * Sadiq and Orlowska (2000). A structured drawing is reduced to one edge and needs no state space at all. Blocks with an
 * inclusive join are left alone on demand; says whether there were any.
 */
export function reduce(graph: ControlGraph, { inclusive = true } = {}): { readonly inclusive: boolean } {
  let blocks = false;
  let open = [...graph.nodes];
  while (open.length > 0) {
    const reduced = reduceFrom(graph, open, inclusive);
    blocks ||= reduced.has("inclusive-join");
    // A join that was left alone may stand in a plain loop now.
    open = reduced.size > 0 ? [...graph.nodes].filter(({ type }) => type === "inclusive-join") : [];
  }
  return { inclusive: blocks };
}

/** Reduces at the given nodes and around what changes; gives the types of nodes that were reduced. */
function reduceFrom(graph: ControlGraph, open: ControlNode[], inclusive: boolean): Set<ControlNode["type"]> {
  const reduced = new Set<ControlNode["type"]>();
  const waiting = new Set(open);
  for (let node = open.pop(); node; node = open.pop()) {
    waiting.delete(node);
    if (!graph.nodes.has(node) || (node.type === "inclusive-join" && !inclusive)) continue;
    const around = neighbours(node);
    if (!reduceAt(graph, node)) continue;
    reduced.add(node.type);
    for (const near of [node, ...around, ...neighbours(node)]) {
      if (waiting.has(near) || !graph.nodes.has(near)) continue;
      waiting.add(near);
      open.push(near);
    }
  }
  return reduced;
}

function neighbours({ ins, outs }: ControlNode): Set<ControlNode> {
  return new Set([...ins.map(({ from }) => from), ...outs.map(({ to }) => to)]);
}

function reduceAt(graph: ControlGraph, node: ControlNode): boolean {
  switch (node.type) {
    case "merge":
      return series(graph, node) || loop(node) || mergesInRow(graph, node);
    case "join":
      return series(graph, node);
    case "inclusive-join":
      return inclusiveBlock(graph, node);
    case "fork":
      return bundles(node, ["join", "sink"], parallel) || series(graph, node) || forksInRow(graph, node);
    case "choice":
      return (
        bundles(node, ["merge", "sink", "halt"], alternative) ||
        exits(node) ||
        series(graph, node) ||
        choicesInRow(graph, node)
      );
    case "several":
      return severalEnds(graph, node);
    default:
      return false;
  }
}

/** One way in, one way out. */
function series(graph: ControlGraph, node: ControlNode): boolean {
  const [before] = node.ins;
  const [after] = node.outs;
  if (!before || !after || node.ins.length > 1 || node.outs.length > 1 || before === after) return false;
  if (node.exits.length === 0) extend(graph, before, []);
  else {
    // The ways that end the scope are told as a choice with one way on.
    const ways = [after.content];
    after.content = [];
    extend(graph, before, [{ kind: "alt", ways, exits: node.exits }]);
  }
  return true;
}

/** Several edges from one split to one node of a fitting type become one. */
function bundles(
  node: ControlNode,
  targets: readonly ControlNode["type"][],
  block: (ways: Content[]) => Item,
): boolean {
  if (node.outs.length < 2) return false;
  let changed = false;
  for (const edges of Map.groupBy(node.outs, ({ to }) => to).values()) {
    const [first, ...others] = edges;
    if (!first || others.length === 0 || !targets.includes(first.to.type)) continue;
    first.content = [block(edges.map(({ content }) => content))];
    first.drawn = edges.flatMap(({ drawn }) => drawn);
    for (const edge of others) disconnect(edge);
    changed = true;
  }
  return changed;
}

function alternative(contents: Content[]): Item {
  const ways: Content[] = [];
  const exits: Content[] = [];
  for (const content of contents) {
    const [only] = content;
    if (content.length === 1 && only?.kind === "alt") {
      ways.push(...only.ways);
      exits.push(...only.exits);
    } else ways.push(content);
  }
  return { kind: "alt", ways, exits };
}

function parallel(contents: Content[]): Item {
  return {
    kind: "par",
    ways: contents.flatMap((content) => {
      const [only] = content;
      return content.length === 1 && only?.kind === "par" ? only.ways : [content];
    }),
  };
}

/** Ways of a choice that end the scope harm nobody; what the token may do besides decides the rest. */
function exits(node: ControlNode): boolean {
  const leaving = node.outs.filter(({ to }) => to.halt && !to.halt.suspicious && to.outs.length === 0);
  if (leaving.length === 0 || node.outs.every(({ to }) => to.type === "halt")) return false;
  for (const edge of leaving) {
    node.exits.push(edge.content);
    disconnect(edge);
  }
  return true;
}

/** Merge, body, choice with a way back to the merge. */
function loop(merge: ControlNode): boolean {
  const [body] = merge.outs;
  const choice = body?.to;
  if (!body || choice?.type !== "choice") return false;
  const back = choice.outs.filter(({ to }) => to === merge);
  if (back.length === 0 || back.length === choice.outs.length) return false;
  const ways = back.map(({ content }) => content);
  for (const edge of back) disconnect(edge);
  body.content = [
    { kind: "loop", body: body.content, back: ways.length > 1 ? [alternative(ways)] : (ways[0] ?? []) },
  ];
  return true;
}

function mergesInRow(graph: ControlGraph, node: ControlNode): boolean {
  const [out] = node.outs;
  if (out?.to.type !== "merge" || out.to === node || !isShort(out)) return false;
  disconnect(out);
  for (const edge of node.ins) {
    edge.content.push(...out.content);
    edge.to = out.to;
    edge.drawn = out.drawn;
    out.to.ins.push(edge);
  }
  node.ins = [];
  graph.nodes.delete(node);
  return true;
}

function forksInRow(graph: ControlGraph, node: ControlNode): boolean {
  return inRow(graph, node, (edge, index, before) => {
    if (index === 0) edge.content = [...before, ...edge.content];
  });
}

function choicesInRow(graph: ControlGraph, node: ControlNode): boolean {
  return inRow(graph, node, (edge, _, before) => {
    edge.content = [...before, ...edge.content];
  });
}

/** A split right behind one of its own type becomes part of it. */
function inRow(
  graph: ControlGraph,
  node: ControlNode,
  prefix: (edge: ControlEdge, index: number, before: Content) => void,
): boolean {
  const out = node.outs.find((edge) => edge.to.type === node.type && edge.to !== node && isShort(edge));
  if (!out) return false;
  const second = out.to;
  disconnect(out);
  for (const [index, edge] of second.outs.entries()) {
    prefix(edge, index, out.content);
    edge.from = node;
    node.outs.push(edge);
  }
  node.exits.push(...second.exits.map((content) => [...out.content, ...content]));
  second.outs = [];
  graph.nodes.delete(second);
  return true;
}

function isShort({ content }: ControlEdge): boolean {
  return content.length <= LONGEST_COPY && isSilent(content);
}

/**
 * A split whose ways all lead to one inclusive join, and nothing else does. In a loop it is left alone where something
 * runs beside it: what is counted at a join elsewhere may lead back into the block, and then its join waits for that.
 */
function inclusiveBlock(graph: ControlGraph, join: ControlNode): boolean {
  const split = join.ins[0]?.from;
  const [before] = split?.ins ?? [];
  if (!split || !before || before.from === join || split.ins.length > 1 || join.outs.length !== 1)
    return false;
  if (!["choice", "fork", "several"].includes(split.type)) return false;
  if (split.outs.length !== join.ins.length || !split.outs.every(({ to }) => to === join)) return false;
  if (runsBeside(graph, split) && leadsBack(join, split)) return false;
  const block = blockOf(split);
  before.to = join;
  join.ins = [before];
  graph.nodes.delete(split);
  extend(graph, before, [block]);
  return true;
}

function runsBeside(graph: ControlGraph, split: ControlNode): boolean {
  for (const node of graph.nodes)
    if (node !== split && (node.type === "fork" || node.type === "several")) return true;
  return false;
}

function leadsBack(from: ControlNode, to: ControlNode): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const { to: next } of node.outs) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

function blockOf(split: ControlNode): Item {
  const ways = split.outs.map(({ content }) => content);
  if (split.type === "choice") return { kind: "alt", ways, exits: split.exits };
  return split.type === "fork" ? { kind: "par", ways } : anyOf(split);
}

function anyOf({ owner, outs }: ControlNode): Item {
  // What happens beside a step must happen before the step is done.
  const ways = [
    ...outs.filter(({ mode }) => mode !== "always"),
    ...outs.filter(({ mode }) => mode === "always"),
  ];
  return {
    kind: "any",
    node: owner,
    ways: ways.map(({ content, mode, take }) => ({ content, always: mode === "always", take })),
  };
}

/** Any ways that all end. */
function severalEnds(graph: ControlGraph, node: ControlNode): boolean {
  const [before] = node.ins;
  const sink = node.outs[0]?.to;
  if (!before || node.ins.length > 1 || sink?.type !== "sink" || !node.outs.every(({ to }) => to === sink))
    return false;
  before.content.push(anyOf(node));
  for (const edge of [...node.outs]) disconnect(edge);
  before.to = sink;
  sink.ins.push(before);
  graph.nodes.delete(node);
  return true;
}
