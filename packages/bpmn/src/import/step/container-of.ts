import type { CaseData, Edge, Field, Node } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import { frameOf } from "../drawing/position-of.ts";
import type { Flow } from "../flow.ts";
import { finishPart, type Owner } from "../keep.ts";
import { baseOf } from "./base-of.ts";
import { loopOf } from "./loop-of.ts";

type ReadInside = (
  element: XmlElement,
  owner: Owner,
  fields: Map<string, Field>,
) => { nodes: Node[]; edges: Edge[] };

export function isContainerElement(local: string): boolean {
  return local === "subProcess" || local === "transaction" || local === "adHocSubProcess";
}

/** A sub-process with all that is in it. */
export function containerOf(flow: Flow, element: XmlElement, readInside: ReadInside): Node {
  const { ledger } = flow.file;
  ledger.kept(element);
  const base = baseOf(flow, element);
  const loop = loopOf(flow, element);
  const fields = new Map<string, Field>();
  const inside = readInside(element, { of: base.id }, fields);
  for (const name of fields.keys()) flow.inner.add(name);
  const content = { ...dataOf(fields), ...frameOf(flow, element), ...inside };
  if (element.local === "adHocSubProcess")
    return { ...base, kind: "adHoc", ...content, ...adHocOf(flow, element), ...loop };
  if (element.local === "transaction") return { ...base, kind: "transaction", ...content, ...loop };
  const triggered = element.attributes.find((one) => one.name === "triggeredByEvent");
  if (triggered?.value !== "true") return { ...base, kind: "subProcess", ...content, ...loop };
  ledger.kept(triggered);
  return { ...base, kind: "eventSubProcess", ...content };
}

function dataOf(fields: ReadonlyMap<string, Field>): { variables?: CaseData } {
  if (fields.size === 0) return {};
  return { variables: { type: "object", properties: Object.fromEntries(fields) } };
}

function adHocOf(
  flow: Flow,
  element: XmlElement,
): { ordering?: "sequential"; completion?: string; cancelRemaining?: false } {
  const { ledger } = flow.file;
  const ordering = element.attributes.find((one) => one.name === "ordering");
  const cancels = element.attributes.find((one) => one.name === "cancelRemainingInstances");
  const condition = childrenOf(element, BPMN, "completionCondition")[0];
  const sequential = ordering?.value === "Sequential";
  if (sequential) ledger.kept(ordering);
  if (cancels?.value === "false") ledger.kept(cancels);
  const completion =
    condition && condition.text.trim() !== ""
      ? flow.feel({ text: condition.text, part: condition }, flow.languageOf(condition), element, "boolean")
      : undefined;
  if (condition) finishPart(flow, condition, { of: flow.idOf(element) });
  return {
    ...(sequential ? { ordering: "sequential" } : {}),
    ...(completion === undefined ? {} : { completion }),
    ...(cancels?.value === "false" ? { cancelRemaining: false } : {}),
  };
}
