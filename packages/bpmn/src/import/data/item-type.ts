import type { Field } from "@flowright/definition";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

const TYPES: Readonly<Record<string, Field>> = {
  string: { type: "string" },
  normalizedstring: { type: "string" },
  token: { type: "string" },
  boolean: { type: "boolean" },
  int: { type: "integer" },
  integer: { type: "integer" },
  long: { type: "integer" },
  short: { type: "integer" },
  nonnegativeinteger: { type: "integer" },
  positiveinteger: { type: "integer" },
  number: { type: "number" },
  decimal: { type: "number" },
  bigdecimal: { type: "number" },
  float: { type: "number" },
  double: { type: "number" },
  date: { type: "string", format: "date" },
  localdate: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  duration: { type: "string", format: "duration" },
  anyuri: { type: "string", format: "uri" },
};

/** The field that a data object or property is, by its item definition. A type that is not known allows any value. */
export function fieldOf(flow: Flow, data: XmlElement, name: string): Field {
  const item = flow.file.element(attributeOf(data, "itemSubjectRef"));
  const reference = (item && attributeOf(item, "structureRef")) ?? "";
  const type = fieldOfType(
    reference.slice(Math.max(reference.lastIndexOf(":"), reference.lastIndexOf(".")) + 1),
  );
  const collection = [data, item].some((one) => one && attributeOf(one, "isCollection") === "true");
  const field: Field = collection ? { type: "array", items: type } : type;
  const title = attributeOf(data, "name");
  return title && title !== name ? { title: title.slice(0, 4000), ...field } : field;
}

/** The field for the name of a type, whatever its namespace or package. */
export function fieldOfType(type: string): Field {
  const key = type.trim().toLowerCase();
  return Object.hasOwn(TYPES, key) ? { ...TYPES[key] } : {};
}
