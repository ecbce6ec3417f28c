import { BPMN } from "../xml/namespaces.ts";
import type { XmlAttribute, XmlElement } from "../xml/xml-element.ts";

/** Camunda 7, and Activiti and Flowable, from which it branched off: they share most names and their meaning. */
export const JUEL_ENGINES = [
  "http://camunda.org/schema/1.0/bpmn",
  "http://activiti.org/bpmn",
  "http://flowable.org/bpmn",
] as const;
/** Camunda 8. */
export const ZEEBE = "http://camunda.org/schema/zeebe/1.0";
/** jBPM and Kogito. */
export const DROOLS = "http://www.jboss.org/drools";

/** An attribute of Camunda 7, Activiti or Flowable. */
export function juelAttribute(element: XmlElement, local: string): XmlAttribute | undefined {
  return element.attributes.find(
    (one) =>
      one.local === local &&
      JUEL_ENGINES.some((namespace) => namespace === one.namespace) &&
      one.value.trim() !== "",
  );
}

/** An attribute of jBPM. */
export function droolsAttribute(element: XmlElement, local: string): XmlAttribute | undefined {
  return element.attributes.find(
    (one) => one.local === local && one.namespace === DROOLS && one.value.trim() !== "",
  );
}

/** The extensions of Camunda 7, Activiti or Flowable with a local name. */
export function juelExtensions(element: XmlElement, local: string): XmlElement[] {
  return extensions(element, local, JUEL_ENGINES);
}

/** The first extension of Camunda 8 with a local name. */
export function zeebeExtension(element: XmlElement, local: string): XmlElement | undefined {
  return extensions(element, local, [ZEEBE])[0];
}

function extensions(element: XmlElement, local: string, namespaces: readonly string[]): XmlElement[] {
  return element.children
    .filter((child) => child.namespace === BPMN && child.local === "extensionElements")
    .flatMap((child) => child.children)
    .filter((child) => child.local === local && namespaces.includes(child.namespace));
}

/** An attribute without prefix that says something. */
export function said(element: XmlElement | undefined, local: string): XmlAttribute | undefined {
  return element?.attributes.find(
    (one) => one.local === local && one.namespace === "" && one.value.trim() !== "",
  );
}
