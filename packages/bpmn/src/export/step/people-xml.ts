import type { Who } from "@flowright/definition";
import { FEEL } from "../../extension/namespace.ts";
import type { ProcessSheet } from "../file/sheet.ts";
import { textXml, type XmlNode, xml } from "../file/xml-node.ts";

/** Who does a task, as resource roles [10.3.1]: a role is a resource of the file, all else an expression. */
export function peopleXml(who: Who, sheet: ProcessSheet): XmlNode[] {
  if (who.type === "role") return [xml("bpmn:potentialOwner", {}, [roleXml(who.role, sheet)])];
  const expression = textXml("bpmn:formalExpression", expressionOf(who), { language: FEEL });
  return [xml("bpmn:potentialOwner", {}, [xml("bpmn:resourceAssignmentExpression", {}, [expression])])];
}

function roleXml(role: string, sheet: ProcessSheet): XmlNode {
  return textXml("bpmn:resourceRef", sheet.file.root("resource", "Resource", role, { name: role }));
}

function expressionOf(who: Exclude<Who, { type: "role" }>): string {
  switch (who.type) {
    case "people":
      return `[${who.people.map((person) => JSON.stringify(person)).join(", ")}]`;
    case "initiator":
      return "initiator";
    case "field":
      return who.field;
    case "expression":
      return who.value;
  }
}
