import type { Position } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import { positionOf } from "../drawing/position-of.ts";
import type { Flow } from "../flow.ts";
import { finishPart } from "../keep.ts";

interface Base {
  readonly id: string;
  readonly name?: string;
  readonly documentation?: string;
  readonly position?: Position;
}

/** What every step has: id, name, documentation and place. */
export function baseOf(flow: Flow, element: XmlElement): Base {
  const documentation = documentationOf(flow, element);
  const name = nameOf(flow, element);
  const position = positionOf(flow, element);
  return {
    id: flow.idOf(element),
    ...(name === undefined ? {} : { name }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(position === undefined ? {} : { position }),
  };
}

const LONGEST = 4000;

export function nameOf(flow: Flow, element: XmlElement): string | undefined {
  const name = element.attributes.find((one) => one.name === "name");
  if (!name || name.value === "" || name.value.length > LONGEST) {
    if (name?.value === "") flow.file.ledger.kept(name);
    return undefined;
  }
  flow.file.ledger.kept(name);
  return name.value;
}

/** The texts of an element; several are one with an empty line between. What is too long stays in the file's own form. */
export function documentationOf(flow: Flow, element: XmlElement): string | undefined {
  const parts = childrenOf(element, BPMN, "documentation").filter(({ children }) => children.length === 0);
  const text = parts
    .map((part) => part.text.trim())
    .filter((part) => part !== "")
    .join("\n\n");
  if (text.length > LONGEST) return undefined;
  for (const part of parts) {
    flow.file.ledger.kept(part);
    finishPart(flow, part, element === flow.process ? {} : { of: flow.idOf(element) });
  }
  return text === "" ? undefined : text;
}
