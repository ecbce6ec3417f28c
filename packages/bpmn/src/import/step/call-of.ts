import type { CallActivity, Mapping, Node } from "@flowright/definition";
import { juelAttribute, juelExtensions, said, zeebeExtension } from "../../foreign/engines.ts";
import { inputsOf, outputsOf } from "../../foreign/mappings.ts";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { asId } from "../id-giver.ts";
import { baseOf } from "./base-of.ts";
import { loopOf } from "./loop-of.ts";

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** A call of another flow. */
export function callOf(flow: Flow, element: XmlElement): Node {
  flow.file.ledger.kept(element);
  const loop = loopOf(flow, element);
  const process = calleeOf(flow, element);
  const input = [...inputsOf(flow, element), ...parameters(flow, element, "in")];
  const output = [...outputsOf(flow, element, "result"), ...parameters(flow, element, "out")];
  return {
    ...baseOf(flow, element),
    kind: "callActivity",
    process,
    ...versionOf(flow, element),
    ...(input.length > 0 ? { input: input.slice(0, 100) } : {}),
    ...(output.length > 0 ? { output: output.slice(0, 100) } : {}),
    ...loop,
  };
}

function calleeOf(flow: Flow, element: XmlElement): string {
  const { ledger } = flow.file;
  const zeebe = zeebeExtension(element, "calledElement");
  const named =
    said(element, "calledElement") ?? said(zeebe, "processId") ?? juelAttribute(element, "caseRef");
  ledger.translated(zeebe, "calledElement", "process");
  // Camunda 8 hands over everything in both directions unless it is told not to.
  const all = ["propagateAllChildVariables", "propagateAllParentVariables"];
  if (zeebe && all.some((name) => attributeOf(zeebe, name) !== "false"))
    flow.problem("bpmn.all-variables", element);
  const text = named?.value.trim() ?? "";
  if (!named || /^=|[$#]\{/.test(text)) {
    flow.problem("bpmn.callee-missing", element);
    return asId(flow.idOf(element));
  }
  const target = flow.file.element(text);
  const id = asId(target ? (attributeOf(target, "id") ?? text) : text.slice(text.lastIndexOf(":") + 1));
  if (id === named.value) ledger.kept(named);
  else ledger.translated(named, text, id);
  return id;
}

function versionOf(flow: Flow, element: XmlElement): Pick<CallActivity, "version"> {
  const binding =
    juelAttribute(element, "calledElementBinding") ??
    said(zeebeExtension(element, "calledElement"), "bindingType");
  const number = juelAttribute(element, "calledElementVersion");
  const { ledger } = flow.file;
  if (binding?.value === "version" && number && /^[1-9]\d{0,8}$/.test(number.value)) {
    ledger.translated(binding, binding.value, "version.type: fixed");
    ledger.translated(number, number.value, `version.number: ${number.value}`);
    return { version: { type: "fixed", number: Number(number.value) } };
  }
  if (binding?.value === "deployment") {
    ledger.translated(binding, binding.value, "version.type: atPublish");
    return { version: { type: "atPublish" } };
  }
  if (binding?.value === "latest") ledger.translated(binding, "latest", "version.type: latest");
  return {};
}

/** `camunda:in` and `camunda:out`. */
function parameters(flow: Flow, element: XmlElement, direction: "in" | "out"): Mapping[] {
  const { ledger } = flow.file;
  const found = new Map<string, Mapping>();
  for (const one of juelExtensions(element, direction)) {
    if (attributeOf(one, "variables") === "all") flow.problem("bpmn.all-variables", element);
    const target = said(one, "target");
    const source = said(one, "source");
    const expression = said(one, "sourceExpression");
    if (!target || !PATH.test(target.value) || !(source ?? expression)) continue;
    if (source && !PATH.test(source.value)) continue;
    // What comes back is computed in the called flow, where names mean its data.
    if (expression && direction === "out") continue;
    const path = source?.value ?? "";
    const value = expression
      ? flow.feel({ text: expression.value, part: expression }, "juel", element)
      : direction === "out"
        ? `result.${path}`
        : path;
    if (source) ledger.translated(source, source.value, value);
    flow.used.add((direction === "in" ? path || target.value : target.value).split(".")[0] ?? path);
    ledger.translated(target, target.value, `target: ${target.value}`);
    ledger.translated(one, one.name, direction === "in" ? "input" : "output");
    found.set(target.value, { target: target.value, value });
  }
  return [...found.values()];
}
