import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { Flow } from "../reference/flow.ts";
import { block } from "./blocks.ts";
import { drawn } from "./drawing.ts";
import { features } from "./features.ts";
import { tangle } from "./tangle.ts";

/** What the prover is judged with: all but what is done several times, and what only undoes. */
const FEATURES = new Set(
  [...features()].filter(
    (feature) => !["loop", "undo", "throwCompensation", "endCompensation", "called"].includes(feature),
  ),
);

/** Small flows in which every choice may go any way: each condition asks a field of its own. */
export const smallFlow: fc.Arbitrary<WorkflowDefinition> = fc
  .oneof({ weight: 3, arbitrary: tangle(FEATURES, 7) }, { weight: 2, arbitrary: block(FEATURES).map(drawn) })
  .map(freely)
  .filter((definition) => !hasJoinInCircle(definition));

/**
 * Inclusive joins that lie on a circle wait for whatever can come round it, other joins that wait for them included:
 * to the letter that gets stuck, and the prover does not look that far.
 */
function hasJoinInCircle(definition: WorkflowDefinition): boolean {
  const flow = new Flow(definition);
  return [...flow.places.values()].some(({ nodes }) =>
    nodes.some(({ id, kind }) => kind === "inclusive" && flow.isJoin(id) && flow.leadsTo(id, id)),
  );
}

function freely(definition: WorkflowDefinition): WorkflowDefinition {
  let next = 0;
  const names: string[] = [];
  const edge = (edge: Edge): Edge => {
    if (edge.condition === undefined) return edge;
    const name = `f${next++}`;
    names.push(name);
    return { ...edge, condition: name };
  };
  const node = (node: Node): Node => {
    if (!("nodes" in node)) return node;
    return { ...node, nodes: node.nodes.map(open), edges: node.edges.map(edge) };
  };
  const open = (one: Node): Node => node(withOneNeed(one));
  const { variables, nodes, edges } = definition;
  const drawnNodes = nodes.map(open);
  const drawnEdges = edges.map(edge);
  const fields = Object.fromEntries(names.map((name) => [name, { type: "boolean" as const }]));
  return {
    ...definition,
    variables: { type: "object", properties: { ...variables?.properties, ...fields } },
    nodes: drawnNodes,
    edges: drawnEdges,
  };
}

/** Needs by condition are left out: what they mean without data is a matter of taste. */
function withOneNeed(node: Node): Node {
  return node.kind === "complex" ? { ...node, need: { type: "count", count: 1 } } : node;
}
