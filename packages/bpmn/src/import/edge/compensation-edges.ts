import type { Edge, Node } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finish } from "../keep.ts";

/** The association from a compensation boundary event to what undoes its step is a line here [10.7.1]. */
export function compensationEdges(
  flow: Flow,
  scope: XmlElement,
  steps: ReadonlyMap<XmlElement, Node>,
): Map<XmlElement, Edge> {
  const edges = new Map<XmlElement, Edge>();
  for (const association of childrenOf(scope, BPMN, "association")) {
    const [from, to] = ["sourceRef", "targetRef"].map((name) => {
      const element = flow.file.element(attributeOf(association, name));
      return element && steps.get(element);
    });
    const event = [from, to].find((node) => node?.kind === "boundary" && node.event.type === "compensation");
    const handler = event === from ? to : from;
    if (!event || !handler) continue;
    flow.file.ledger.translated(association, "association", "edge");
    for (const name of ["sourceRef", "targetRef", "associationDirection"]) {
      flow.file.ledger.kept(association.attributes.find((one) => one.name === name));
    }
    const id = flow.idOf(association);
    edges.set(association, { id, source: event.id, target: handler.id });
    finish(flow, association, { of: id });
  }
  return edges;
}
