import type { BoundaryTrigger, CatchEvent, EndResult, StartTrigger, ThrowEvent } from "@flowright/definition";
import { said } from "../../foreign/engines.ts";
import { BPMN } from "../../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finishPart } from "../keep.ts";
import { definitionOf } from "./definition-of.ts";
import { awaited, codeOf, nowhere, ownName, sent, signalOf } from "./message-of.ts";
import { timerOf } from "./timer-of.ts";

/** What an event that waits is told by its definition; null where BPMN or flows have no such event there. */
type Waits = BoundaryTrigger | Extract<CatchEvent, { type: "link" }>;
type Throws = EndResult | ThrowEvent;

/** What a start, catch or boundary event waits for; undefined without definition. */
export function waitsFor(flow: Flow, step: XmlElement): Waits | null | undefined {
  const definition = definitionOf(flow, step);
  if (!definition) return undefined;
  const event = waitingFor(flow, step, definition);
  if (definition.parent === step) finishPart(flow, definition, { of: flow.idOf(step) });
  return event;
}

function waitingFor(flow: Flow, step: XmlElement, definition: XmlElement): Waits | null {
  switch (definition.local) {
    case "timerEventDefinition":
      return timerOf(flow, step, definition);
    case "messageEventDefinition":
      return { type: "message", message: awaited(flow, step, definition) };
    case "signalEventDefinition":
      return { type: "signal", signal: signalOf(flow, step, definition) };
    case "errorEventDefinition":
      return { type: "error", ...codeField(codeOf(flow, step, definition, "error")) };
    case "escalationEventDefinition":
      return { type: "escalation", ...codeField(codeOf(flow, step, definition, "escalation")) };
    case "conditionalEventDefinition":
      return { type: "condition", condition: conditionOf(flow, step, definition) };
    case "compensateEventDefinition":
      return { type: "compensation" };
    case "cancelEventDefinition":
      return { type: "cancel" };
    case "linkEventDefinition":
      return { type: "link", name: linkName(flow, step, definition) };
    default:
      return null;
  }
}

/** What an end or throwing event tells others; undefined without definition. */
export function tells(flow: Flow, step: XmlElement): Throws | null | undefined {
  const definition = definitionOf(flow, step);
  if (!definition) return undefined;
  const event = telling(flow, step, definition);
  if (definition.parent === step) finishPart(flow, definition, { of: flow.idOf(step) });
  return event;
}

function telling(flow: Flow, step: XmlElement, definition: XmlElement): Throws | null {
  switch (definition.local) {
    case "messageEventDefinition":
      return { type: "message", message: sent(flow, step, definition) };
    case "signalEventDefinition":
      return { type: "signal", signal: signalOf(flow, step, definition) };
    case "errorEventDefinition":
      return { type: "error", code: codeOf(flow, step, definition, "error") ?? ownName(flow, step) };
    case "escalationEventDefinition":
      return {
        type: "escalation",
        code: codeOf(flow, step, definition, "escalation") ?? ownName(flow, step),
      };
    case "compensateEventDefinition":
      return { type: "compensation", ...activityField(flow, step, definition) };
    case "terminateEventDefinition":
      return { type: "terminate" };
    case "cancelEventDefinition":
      return { type: "cancel" };
    case "linkEventDefinition":
      return { type: "link", name: linkName(flow, step, definition) };
    default:
      return null;
  }
}

export function startTrigger(flow: Flow, step: XmlElement): StartTrigger {
  const event = waitsFor(flow, step);
  if (event === undefined) return { type: "none" };
  if (event && event.type !== "link" && event.type !== "cancel") return event;
  flow.problem("bpmn.event-missing", step);
  return { type: "none" };
}

function codeField(code: string | undefined): { code?: string } {
  return code === undefined ? {} : { code };
}

function activityField(flow: Flow, step: XmlElement, definition: XmlElement): { activity?: string } {
  const reference = said(definition, "activityRef");
  if (!reference) return {};
  const activity = flow.file.element(reference.value);
  if (!activity) {
    nowhere(flow, step, definition, reference.value, "activityRef");
    return {};
  }
  flow.file.ledger.kept(reference);
  return { activity: flow.idOf(activity) };
}

function conditionOf(flow: Flow, step: XmlElement, definition: XmlElement): string {
  const condition = childrenOf(definition, BPMN, "condition")[0];
  if (!condition || condition.text.trim() === "") {
    flow.problem("bpmn.event-missing", step);
    return "null";
  }
  return flow.feel({ text: condition.text, part: condition }, flow.languageOf(condition), step, "boolean");
}

function linkName(flow: Flow, step: XmlElement, definition: XmlElement): string {
  const name = said(definition, "name");
  if (!name) return ownName(flow, step);
  flow.file.ledger.kept(name);
  return name.value.trim().slice(0, 200);
}
