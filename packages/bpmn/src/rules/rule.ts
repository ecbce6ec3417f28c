import type { BilingualText } from "@flowright/definition";
import type { XmlElement } from "../xml/xml-element.ts";
import type { BpmnModel } from "./bpmn-model.ts";

/** Where a rule is broken. */
export interface Breach {
  readonly element: XmlElement;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** One thing that the standard forbids or asks for and its XML schema cannot say. `{id}` is the element concerned. */
export interface BpmnRule {
  /** Section of BPMN 2.0.2 (formal/2013-12-09). */
  readonly section: string;
  readonly message: BilingualText;
  readonly fix: BilingualText;
  readonly find: (model: BpmnModel) => Iterable<Breach>;
}

export type BpmnRules = Readonly<Record<`rule.${string}`, BpmnRule>>;

/** The breaches of a rule that looks at one element at a time. */
export function each(
  elements: (model: BpmnModel) => Iterable<XmlElement>,
  isBroken: (element: XmlElement, model: BpmnModel) => boolean,
): BpmnRule["find"] {
  return function* (model) {
    for (const element of elements(model)) if (isBroken(element, model)) yield { element };
  };
}
