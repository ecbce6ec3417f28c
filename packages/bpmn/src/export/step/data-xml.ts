import type { CaseData, Field } from "@flowright/definition";
import type { ProcessSheet } from "../file/sheet.ts";
import { type XmlNode, xml } from "../file/xml-node.ts";

const SIMPLE: Readonly<Record<string, string>> = {
  string: "xsd:string",
  number: "xsd:decimal",
  integer: "xsd:integer",
  boolean: "xsd:boolean",
};
const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "xsd:date",
  "date-time": "xsd:dateTime",
  time: "xsd:time",
  duration: "xsd:duration",
  money: "xsd:decimal",
};

/** Fields of a case or of a sub-process as properties [10.4.1]; what a field may hold beyond its type is ours. */
export function dataXml(data: CaseData | undefined, sheet: ProcessSheet): XmlNode[] {
  return Object.entries(data?.properties ?? {}).map(([name, field]) => {
    const id = sheet.file.ids.take(name, "Property");
    sheet.field(name, id);
    return xml("bpmn:property", { id, name, itemSubjectRef: itemId(field, sheet) });
  });
}

function itemId(field: Field, sheet: ProcessSheet): string | undefined {
  const isCollection = field.type === "array";
  const item = isCollection ? field.items : field;
  const structureRef = (item?.format && BY_FORMAT[item.format]) ?? SIMPLE[item?.type ?? ""];
  if (structureRef === undefined && !isCollection) return undefined;
  return sheet.file.root("itemDefinition", "Item", `${structureRef} ${isCollection}`, {
    ...(structureRef === undefined ? {} : { structureRef }),
    ...(isCollection ? { isCollection: "true" } : {}),
  });
}
