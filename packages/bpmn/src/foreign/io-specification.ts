import type { Flow } from "../import/flow.ts";
import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/xml-element.ts";

interface AssignedInput {
  readonly text: string;
  /** Says in the report what the input became. */
  claim(to: string): void;
}

/** The text that is assigned to an input of a task by its name, as jBPM does for `TaskName`, `ActorId`, `GroupId`, …. */
export function assignedInput(flow: Flow, step: XmlElement, name: string): AssignedInput | undefined {
  const specification = childrenOf(step, BPMN, "ioSpecification")[0];
  const input = (specification ? childrenOf(specification, BPMN, "dataInput") : []).find(
    (one) => attributeOf(one, "name") === name,
  );
  const id = input && attributeOf(input, "id");
  if (id === undefined) return undefined;
  for (const association of childrenOf(step, BPMN, "dataInputAssociation")) {
    if (childrenOf(association, BPMN, "targetRef")[0]?.text.trim() !== id) continue;
    const assignment = childrenOf(association, BPMN, "assignment")[0];
    const from = assignment && childrenOf(assignment, BPMN, "from")[0];
    const text = from?.text.trim();
    if (from && text) return { text, claim: (to) => flow.file.ledger.translated(from, text, to) };
  }
  return undefined;
}

/** Inputs and outputs of a task that are variables of the case: name of the input, name of the variable. */
export function associatedData(
  flow: Flow,
  step: XmlElement,
  direction: "dataInput" | "dataOutput",
): { name: string; variable: XmlElement; claim(to: string): void }[] {
  const [near, far] = direction === "dataInput" ? ["targetRef", "sourceRef"] : ["sourceRef", "targetRef"];
  return childrenOf(step, BPMN, `${direction}Association`).flatMap((association) => {
    if (childrenOf(association, BPMN, "assignment", "transformation").length > 0) return [];
    const inner = flow.file.element(childrenOf(association, BPMN, near ?? "")[0]?.text);
    const variable = flow.file.element(childrenOf(association, BPMN, far ?? "")[0]?.text);
    const name = inner && (attributeOf(inner, "name") ?? attributeOf(inner, "id"));
    const claim = (to: string) => {
      const parts = [association, ...childrenOf(association, BPMN, "sourceRef", "targetRef")];
      for (const part of parts) flow.file.ledger.translated(part, part.local, to);
    };
    return name !== undefined && variable ? [{ name, variable, claim }] : [];
  });
}
