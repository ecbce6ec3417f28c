import type { Node } from "@flowright/definition";
import { isActivity, isContainer } from "@flowright/definition";
import type { Flow } from "../flow.ts";

/** Every node but the handlers that only an undoing calls. */
export function* stepsToReach(flow: Flow): Generator<string> {
  for (const place of flow.places.values()) {
    for (const node of place.nodes) if (!isHandler(flow, node)) yield node.id;
  }
}

function isHandler(flow: Flow, node: Node): boolean {
  if (node.kind === "boundary") return node.event.type === "compensation";
  const incoming = flow.incoming(node.id);
  if (isActivity(node) && incoming.length > 0) {
    return incoming.every((edge) => {
      const source = flow.node(edge.source);
      return source.kind === "boundary" && source.event.type === "compensation";
    });
  }
  const { container } = flow.placeOf(node.id);
  if (container && isContainer(container) && isUndoing(flow, container)) return true;
  return node.kind === "eventSubProcess" && isUndoing(flow, node);
}

function isUndoing(flow: Flow, container: Node): boolean {
  const start = flow.startIn(flow.place(container.id));
  return start?.trigger?.type === "compensation";
}
