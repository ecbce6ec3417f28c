/**
 * BPMN 2.0 XML in and out, with a report that says of every element and attribute what became of it.
 *
 * @packageDocumentation
 */
export { attributeOf, type XmlAttribute, type XmlElement } from "./xml/xml-element.ts";
export { readXml, type ReadXml } from "./xml/read-xml.ts";
