import type { ComplexGateway, Node } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finishPart } from "../keep.ts";
import { baseOf } from "./base-of.ts";

const KINDS = {
  exclusiveGateway: "exclusive",
  parallelGateway: "parallel",
  inclusiveGateway: "inclusive",
  eventBasedGateway: "eventBased",
} as const;

export function gatewayOf(flow: Flow, element: XmlElement): Node {
  const { ledger } = flow.file;
  ledger.kept(element);
  const direction = element.attributes.find((one) => one.name === "gatewayDirection");
  // Whether a gateway splits or joins is told by its lines.
  ledger.kept(direction);
  if (attributeOf(element, "instantiate") === "true") flow.problem("bpmn.instantiates", element);
  if (element.local === "complexGateway") return complexOf(flow, element);
  return { ...baseOf(flow, element), kind: KINDS[element.local as keyof typeof KINDS] };
}

function complexOf(flow: Flow, element: XmlElement): ComplexGateway {
  const condition = childrenOf(element, BPMN, "activationCondition")[0];
  return { ...baseOf(flow, element), kind: "complex", need: needOf(flow, element, condition) };
}

/** `activationCount >= 2` of the standard [10.6.5] is a number of branches, else a condition over `arrived`. */
function needOf(flow: Flow, element: XmlElement, condition: XmlElement | undefined): ComplexGateway["need"] {
  const text = condition?.text.trim() ?? "";
  if (!condition || text === "") {
    flow.problem("bpmn.need-unclear", element);
    return { type: "count", count: 1 };
  }
  const count = Number(
    /^=?\s*(?:\$\{\s*)?(?:activationCount|arrived)\s*>=\s*(\d{1,4})\s*\}?$/.exec(text)?.[1] ?? 0,
  );
  const { ledger } = flow.file;
  if (count >= 1 && count <= 1000) {
    ledger.translated(condition, text, `need.count: ${count}`);
    finishPart(flow, condition, { of: flow.idOf(element) });
    return { type: "count", count };
  }
  const renamed = text.replaceAll(/\bactivationCount\b/g, "arrived");
  const before = new Set(flow.used);
  const feel = flow.feel({ text: renamed, part: condition }, flow.languageOf(condition), element, "boolean");
  for (const name of ["arrived", "awaited"]) if (!before.has(name)) flow.used.delete(name);
  finishPart(flow, condition, { of: flow.idOf(element) });
  return { type: "condition", condition: feel };
}
