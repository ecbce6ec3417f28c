import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { keep } from "../keep.ts";

/** The one event definition of an event, inside of it or referred to; of several the first, with a problem. */
export function definitionOf(flow: Flow, step: XmlElement): XmlElement | undefined {
  const { ledger } = flow.file;
  const inside = step.children.filter(
    ({ local, namespace }) => namespace === BPMN && /EventDefinition$/.test(local),
  );
  const referred = childrenOf(step, BPMN, "eventDefinitionRef").flatMap((reference) => {
    const definition = flow.file.element(reference.text);
    if (!definition) {
      const id = reference.text.trim().slice(0, 100);
      ledger.refused(reference, "leads-nowhere", { id });
      flow.file.problem("bpmn.reference-nowhere", reference, flow.idOf(step), {
        element: reference.local,
        id,
      });
      return [];
    }
    ledger.translated(reference, reference.text.trim(), definition.local);
    return [definition];
  });
  const [first, ...more] = [...inside, ...referred];
  if (more.length > 0) {
    flow.problem("bpmn.several-events", step);
    for (const other of more) {
      if (other.parent === step) keep(flow, other, { of: flow.idOf(step) }, "only-one");
    }
  }
  if (first) ledger.kept(first);
  return first;
}
