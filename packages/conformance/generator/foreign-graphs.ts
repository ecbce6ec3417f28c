import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";

/** What a drawing of another tool may look like: nothing about it has to make sense, only to be drawn. */
export interface Shape {
  /** Most steps on one level. */
  readonly most: number;
  /** How many levels of sub-processes there may be. */
  readonly depth: number;
}

/** Numbers from 0 up to, not including, `below`. */
type Pick = (below: number) => number;

/**
 * Any digraph: circles, lines from a step to itself, twins, parts that nothing connects, hubs, sub-processes within
 * sub-processes, events on the edges of both, some steps placed and others not.
 */
export function foreignGraph({ most, depth }: Shape): fc.Arbitrary<WorkflowDefinition> {
  return fc
    .record({
      seed: fc.integer({ min: 1, max: 2 ** 30 }),
      size: fc.integer({ min: 1, max: most }),
      density: fc.constantFrom(0.5, 1, 1.3, 2, 3),
    })
    .map(({ seed, size, density }) => graphOf(picking(seed), size, density, depth));
}

function graphOf(pick: Pick, size: number, density: number, depth: number): WorkflowDefinition {
  const ids = { next: 0 };
  return {
    schema: "flowright/workflow/v1",
    id: "foreign",
    name: "Foreign",
    ...level(pick, ids, size, density, depth, pick(2) === 0),
  };
}

function level(
  pick: Pick,
  ids: { next: number },
  size: number,
  density: number,
  depth: number,
  placed: boolean,
): { nodes: Node[]; edges: Edge[] } {
  const nodes: Node[] = Array.from({ length: size }, () => {
    const id = `n${ids.next++}`;
    const position = placed && pick(3) > 0 ? { position: { x: pick(2_000), y: pick(1_000) } } : {};
    return { ...nodeOf(pick, ids, id, density, depth), ...position };
  });
  const hosts = nodes.filter(({ kind }) => kind === "userTask" || kind === "subProcess");
  for (const host of hosts) {
    for (let count = pick(4) === 0 ? 1 + pick(4) : 0; count > 0; count -= 1) {
      const event = { type: "timer", duration: "PT1H" } as const;
      nodes.push({ id: `n${ids.next++}`, kind: "boundary", attachedTo: host.id, name: nameOf(pick), event });
    }
  }
  // A line into an event on an edge is refused long before it is drawn.
  const targets = nodes.filter(({ kind }) => kind !== "boundary");
  const hub = targets[pick(targets.length)];
  const edges = Array.from({ length: Math.round(nodes.length * density) }, (): Edge => {
    const source = pick(9) === 0 ? hub : nodes[pick(nodes.length)];
    const target = pick(9) === 0 ? hub : targets[pick(targets.length)];
    const marks = pick(3) === 0 ? { name: nameOf(pick) } : pick(4) === 0 ? { condition: "amount > 100" } : {};
    return { id: `e${ids.next++}`, source: source?.id ?? "", target: target?.id ?? "", ...marks };
  });
  return { nodes, edges };
}

const GATEWAYS = ["exclusive", "parallel", "inclusive", "eventBased"] as const;

function nodeOf(pick: Pick, ids: { next: number }, id: string, density: number, depth: number): Node {
  const sort = pick(12);
  const name = nameOf(pick);
  if (sort === 0) return { id, kind: "start", name };
  if (sort === 1) return { id, kind: "end", name };
  if (sort < 5) return { id, kind: GATEWAYS[pick(4)] ?? "exclusive", name };
  if (sort === 5 && depth > 0) {
    const inner = level(pick, ids, 1 + pick(8), density, depth - 1, pick(2) === 0);
    return { id, kind: "subProcess", name, ...(pick(4) === 0 ? { collapsed: true } : {}), ...inner };
  }
  return { id, kind: "userTask", name, who: { type: "initiator" } };
}

const NAMES = [
  "",
  "A",
  "Check the order",
  "Ask the carrier where the parcel is and what it weighs",
  "退货处理与核对",
];

function nameOf(pick: Pick): string {
  return NAMES[pick(NAMES.length)] ?? "";
}

/** A small generator of numbers (Park and Miller's), so that a seed is all there is to know of a graph. */
function picking(seed: number): Pick {
  let state = seed % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
