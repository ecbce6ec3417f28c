import type { Edge, Node } from "@flowright/definition";
import type { XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

const CHOOSING: ReadonlySet<Node["kind"]> = new Set(["exclusive", "inclusive", "complex"]);

/**
 * Conditional and default lines that leave a task itself leave an inclusive gateway behind it here, which takes the
 * same ones [13.3.1]: every line whose condition holds, every line without one, the default only if no condition holds.
 * The unconditional ones stay at the task, since they are always taken and are no reason not to take the default.
 */
export function withChoices(
  flow: Flow,
  steps: ReadonlyMap<XmlElement, Node>,
  lines: ReadonlyMap<XmlElement, Edge>,
  undoing: readonly Edge[],
): { nodes: Node[]; edges: Edge[] } {
  const entries: Edge[] = [];
  const edges = [...lines.values()];
  const marks = Map.groupBy(
    edges.filter((edge) => edge.condition !== undefined || edge.default),
    ({ source }) => source,
  );
  const nodes: Node[] = [];
  for (const [element, node] of steps) {
    nodes.push(node);
    if (flow.file.isOurs || CHOOSING.has(node.kind)) continue;
    const marked = marks.get(node.id) ?? [];
    if (marked.length === 0) continue;
    if (marked.every((edge) => edge.default)) {
      // Where no line has a condition none of them holds, so the default is always taken: an ordinary line.
      for (const edge of marked) delete edge.default;
      continue;
    }
    const gateway: Node = {
      id: flow.newId(`${node.id.slice(0, 90)}_choice`),
      kind: "inclusive",
      ...behind(flow, element, node),
    };
    nodes.push(gateway);
    entries.push({
      id: flow.newId(`${node.id.slice(0, 85)}_to_choice`),
      source: node.id,
      target: gateway.id,
    });
    flow.problem("bpmn.choice-added", element, { gateway: gateway.id });
    for (const edge of marked) flow.moved.set(edge.id, gateway.id);
  }
  const moved = edges.map((edge) => {
    const gateway = flow.moved.get(edge.id);
    return gateway === undefined ? edge : { ...edge, source: gateway };
  });
  return { nodes, edges: [...moved, ...entries, ...undoing] };
}

/** A place between a step and what follows it. */
function behind(flow: Flow, element: XmlElement, node: Node): Pick<Node, "position"> {
  const bounds = flow.file.boundsOf(element);
  if (!bounds || !node.position) return {};
  return { position: { x: node.position.x + bounds.width + 5, y: node.position.y + bounds.height / 2 - 22 } };
}
