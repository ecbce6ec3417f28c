import type { Edge, Node } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finish, finishPart, keep, type Owner } from "../keep.ts";
import { nameOf } from "../step/base-of.ts";

/** The lines between the steps of a scope. A line with an end elsewhere is left out, with a problem. */
export function edgesOf(
  flow: Flow,
  scope: XmlElement,
  steps: ReadonlyMap<XmlElement, Node>,
  owner: Owner,
): Map<XmlElement, Edge> {
  const edges = new Map<XmlElement, Edge>();
  for (const line of childrenOf(scope, BPMN, "sequenceFlow")) {
    const [source, target] = ["sourceRef", "targetRef"].map((name) => attributeOf(line, name) ?? "");
    const [from, to] = [source, target].map((id) => flow.file.element(id));
    const [first, last] = [from && steps.get(from), to && steps.get(to)];
    if (!from || !first || !last) {
      leftOut(flow, line, source ?? "", target ?? "");
      keep(flow, line, owner, "leads-nowhere");
      continue;
    }
    edges.set(line, edgeOf(flow, line, from, first, last));
  }
  claimDefaults(flow, steps, edges);
  return edges;
}

function leftOut(flow: Flow, line: XmlElement, source: string, target: string): void {
  const [cutSource, cutTarget] = [source, target].map((id) => id.slice(0, 100));
  flow.file.problem("bpmn.line-nowhere", line, attributeOf(line, "id")?.slice(0, 100), {
    source: cutSource ?? "",
    target: cutTarget ?? "",
  });
  const missing = flow.file.element(source) ? target : source;
  flow.file.ledger.refused(line, flow.file.element(missing) ? "other-place" : "leads-nowhere", {
    id: missing.slice(0, 100),
  });
}

function edgeOf(flow: Flow, line: XmlElement, from: XmlElement, source: Node, target: Node): Edge {
  const { ledger } = flow.file;
  const id = flow.idOf(line);
  for (const name of ["sourceRef", "targetRef"])
    ledger.kept(line.attributes.find((one) => one.name === name));
  ledger.kept(line);
  const name = nameOf(flow, line);
  const mark = markOf(flow, line, from, source);
  finish(flow, line, { of: id });
  return { id, source: source.id, target: target.id, ...(name === undefined ? {} : { name }), ...mark };
}

/** The condition of a line, the outcome that our own export writes as one, or that it is the default. */
function markOf(
  flow: Flow,
  line: XmlElement,
  from: XmlElement,
  source: Node,
): Pick<Edge, "condition" | "default" | "outcome"> {
  const condition = childrenOf(line, BPMN, "conditionExpression")[0];
  const isDefault = flow.file.element(attributeOf(from, "default")) === line;
  const text = condition?.text.trim() ?? "";
  const outcome = source.kind === "userTask" ? /^outcome = "([^"\\]{1,100})"$/.exec(text)?.[1] : undefined;
  const found = conditionOf(flow, line, condition, text, outcome);
  if (condition) finishPart(flow, condition, { of: flow.idOf(line) });
  return { ...(isDefault ? { default: true } : {}), ...(isDefault ? {} : found) };
}

function conditionOf(
  flow: Flow,
  line: XmlElement,
  condition: XmlElement | undefined,
  text: string,
  outcome: string | undefined,
): Pick<Edge, "condition" | "outcome"> {
  if (!condition || text === "") return {};
  if (outcome !== undefined) {
    flow.file.ledger.translated(condition, text, `outcome: ${outcome}`);
    for (const attribute of condition.attributes) flow.file.ledger.kept(attribute);
    return { outcome };
  }
  return {
    condition: flow.feel(
      { text: condition.text, part: condition },
      flow.languageOf(condition),
      line,
      "boolean",
    ),
  };
}

/** Whether the default of a step is one of its lines. */
function claimDefaults(
  flow: Flow,
  steps: ReadonlyMap<XmlElement, Node>,
  edges: ReadonlyMap<XmlElement, Edge>,
): void {
  for (const step of steps.keys()) {
    const reference = step.attributes.find((one) => one.name === "default" && one.namespace === "");
    if (!reference) continue;
    const line = flow.file.element(reference.value);
    const edge = line && edges.get(line);
    if (edge && edge.source === steps.get(step)?.id) flow.file.ledger.kept(reference);
    else {
      flow.file.ledger.refused(reference, line ? "other-place" : "leads-nowhere", {
        id: reference.value.slice(0, 100),
      });
      flow.file.problem("bpmn.reference-nowhere", step, flow.idOf(step), {
        element: "default",
        id: reference.value.slice(0, 100),
      });
    }
  }
}
