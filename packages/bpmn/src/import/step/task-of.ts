import type { Deadline, Node } from "@flowright/definition";
import { droolsAttribute, juelAttribute, said, zeebeExtension } from "../../foreign/engines.ts";
import { inputsOf, outputsOf } from "../../foreign/mappings.ts";
import { whoOf } from "../../foreign/who.ts";
import { isWork, serviceWorkOf } from "../../foreign/work.ts";
import type { XmlElement } from "../../xml/xml-element.ts";
import { attributeOf } from "../../xml/xml-element.ts";
import { awaited, sent } from "../event/message-of.ts";
import type { Flow } from "../flow.ts";
import { asId } from "../id-giver.ts";
import { baseOf } from "./base-of.ts";
import { formOf } from "./form-of.ts";
import { loopOf } from "./loop-of.ts";
import { scriptOf } from "./script-of.ts";

/** A task as the step of its kind. */
export function taskOf(flow: Flow, element: XmlElement): Node {
  const { ledger } = flow.file;
  // What a worker does in its engine is work for a system here, whatever shape it has.
  if (
    isWork(element) &&
    !/^(userTask|scriptTask|receiveTask)$/.test(element.local) &&
    !zeebeExtension(element, "calledDecision")
  ) {
    if (element.local !== "serviceTask") ledger.translated(element, element.local, "serviceTask");
    else ledger.kept(element);
    return serviceTask(flow, element);
  }
  ledger.kept(element);
  switch (element.local) {
    case "userTask":
      return userTask(flow, element);
    case "serviceTask":
      return serviceTask(flow, element);
    case "scriptTask":
      return scriptOf(flow, element);
    case "businessRuleTask":
      return ruleTask(flow, element);
    case "sendTask":
      return {
        ...baseOf(flow, element),
        kind: "sendTask",
        message: sent(flow, element, element),
        ...loopOf(flow, element),
      };
    case "receiveTask":
      if (attributeOf(element, "instantiate") === "true") flow.problem("bpmn.instantiates", element);
      return {
        ...baseOf(flow, element),
        kind: "receiveTask",
        message: awaited(flow, element, element),
        ...loopOf(flow, element),
      };
    default:
      if (element.local === "task") ledger.translated(element, "task", "manualTask");
      return { ...baseOf(flow, element), kind: "manualTask", ...loopOf(flow, element) };
  }
}

function userTask(flow: Flow, element: XmlElement): Node {
  const loop = loopOf(flow, element);
  const output = outputsOf(flow, element, null);
  const deadline = deadlineOf(flow, element);
  const form = formOf(flow, element);
  return {
    ...baseOf(flow, element),
    kind: "userTask",
    who: whoOf(flow, element),
    ...(deadline ? { deadline } : {}),
    ...(form === undefined ? {} : { form }),
    ...(output.length > 0 ? { output } : {}),
    ...loop,
  };
}

export function serviceTask(flow: Flow, element: XmlElement): Node {
  const loop = loopOf(flow, element);
  const input = inputsOf(flow, element);
  const output = outputsOf(flow, element, "result");
  const result = resultVariable(flow, element);
  const outputs =
    result === undefined
      ? output
      : [...output.filter(({ target }) => target !== result), { target: result, value: "result" }];
  if (outputs.length === 0 && isWork(element)) flow.problem("bpmn.answer-unmapped", element);
  return {
    ...baseOf(flow, element),
    kind: "serviceTask",
    ...serviceWorkOf(flow, element),
    ...(input.length > 0 ? { input } : {}),
    ...(outputs.length > 0 ? { output: outputs } : {}),
    ...loop,
  };
}

/** The variable that an engine puts the whole answer into. */
function resultVariable(flow: Flow, element: XmlElement): string | undefined {
  const named =
    juelAttribute(element, "resultVariable") ??
    juelAttribute(element, "resultVariableName") ??
    said(zeebeExtension(element, "calledDecision"), "resultVariable");
  if (!named || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(named.value)) return undefined;
  flow.used.add(named.value);
  flow.file.ledger.translated(named, named.value, `output.target: ${named.value}`);
  return named.value;
}

function ruleTask(flow: Flow, element: XmlElement): Node {
  const loop = loopOf(flow, element);
  const called = zeebeExtension(element, "calledDecision");
  const named =
    said(called, "decisionId") ??
    juelAttribute(element, "decisionRef") ??
    droolsAttribute(element, "ruleFlowGroup");
  const id = named && !/^=|[$#]\{/.test(named.value) ? asId(named.value) : undefined;
  if (id === undefined) flow.problem("bpmn.decision-missing", element);
  else flow.file.ledger.translated(named, named?.value ?? "", `decision.id: ${id}`);
  flow.file.ledger.translated(called, "calledDecision", "decision");
  const result = resultVariable(flow, element);
  return {
    ...baseOf(flow, element),
    kind: "businessRuleTask",
    decision: { id: id ?? asId(flow.idOf(element)) },
    ...(result === undefined ? {} : { output: [{ target: result, value: "result" }] }),
    ...loop,
  };
}

function deadlineOf(flow: Flow, element: XmlElement): Deadline | undefined {
  const due = juelAttribute(element, "dueDate") ?? said(zeebeExtension(element, "taskSchedule"), "dueDate");
  const text = due?.value.trim() ?? "";
  if (!due || text === "") return undefined;
  if (/^P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?$/.test(text)) {
    flow.file.ledger.translated(due, text, `deadline.duration: ${text}`);
    return { type: "duration", duration: text };
  }
  const field = /^(?:=\s*|[$#]\{\s*)([\p{L}_][\p{L}\p{N}_]*)\s*\}?$/u.exec(text)?.[1];
  const known = field === undefined ? undefined : flow.fields.get(field);
  if (field === undefined || (known && known.format !== "date" && known.format !== "date-time"))
    return undefined;
  if (!known) flow.fields.set(field, { type: "string", format: "date-time" });
  flow.file.ledger.translated(due, text, `deadline.field: ${field}`);
  return { type: "field", field };
}
