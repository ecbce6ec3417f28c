import type { Node } from "@flowright/definition";
import { juelAttribute } from "../../foreign/engines.ts";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import { startTrigger, tells, waitsFor } from "../event/trigger-of.ts";
import type { Flow } from "../flow.ts";
import { baseOf } from "./base-of.ts";
import { formOf } from "./form-of.ts";

/** A start, end or intermediate event. */
export function eventOf(flow: Flow, element: XmlElement): Node {
  flow.file.ledger.kept(element);
  switch (element.local) {
    case "startEvent":
      return startOf(flow, element);
    case "endEvent":
      return endOf(flow, element);
    case "intermediateCatchEvent":
      return catchOf(flow, element);
    default:
      return throwOf(flow, element);
  }
}

function startOf(flow: Flow, element: XmlElement): Node {
  const initiator = juelAttribute(element, "initiator");
  if (initiator) flow.file.ledger.translated(initiator, initiator.value, "who: initiator");
  const trigger = startTrigger(flow, element);
  const around = element.parent;
  const listens = around?.local === "subProcess" && attributeOf(around, "triggeredByEvent") === "true";
  const interrupting = element.attributes.find((one) => one.name === "isInterrupting");
  const lets = listens && interrupting?.value === "false";
  if (lets) flow.file.ledger.kept(interrupting);
  const form = listens || around !== flow.process ? undefined : formOf(flow, element);
  return {
    ...baseOf(flow, element),
    kind: "start",
    ...(trigger.type === "none" ? {} : { trigger }),
    ...(form === undefined ? {} : { form }),
    ...(lets ? { interrupting: false } : {}),
  };
}

function endOf(flow: Flow, element: XmlElement): Node {
  const result = tells(flow, element);
  if (result === null || result?.type === "link") flow.problem("bpmn.event-missing", element);
  const told = result && result.type !== "link" ? { result } : {};
  return { ...baseOf(flow, element), kind: "end", ...told };
}

function catchOf(flow: Flow, element: XmlElement): Node {
  const event = waitsFor(flow, element);
  switch (event?.type) {
    case "timer":
    case "message":
    case "signal":
    case "condition":
    case "link":
      return { ...baseOf(flow, element), kind: "catch", event };
    default:
      // Nothing to wait for: a signal of its own name waits visibly instead of letting the case run through.
      flow.problem("bpmn.event-missing", element);
      return {
        ...baseOf(flow, element),
        kind: "catch",
        event: { type: "signal", signal: { name: flow.idOf(element) } },
      };
  }
}

function throwOf(flow: Flow, element: XmlElement): Node {
  const event = tells(flow, element);
  const base = baseOf(flow, element);
  if (!event) {
    if (event === null) flow.problem("bpmn.event-missing", element);
    return { ...base, kind: "throw", event: { type: "none" } };
  }
  switch (event.type) {
    case "terminate":
    case "error":
    case "cancel":
      flow.problem("bpmn.event-missing", element);
      return { ...base, kind: "throw", event: { type: "none" } };
    default:
      return { ...base, kind: "throw", event };
  }
}

/** An event on the edge of a step; null where its step is not beside it. */
export function boundaryOf(flow: Flow, element: XmlElement, beside: ReadonlySet<XmlElement>): Node | null {
  const { ledger } = flow.file;
  const attached = element.attributes.find((one) => one.name === "attachedToRef");
  const host = flow.file.element(attached?.value);
  if (!host || !beside.has(host)) {
    flow.file.problem("bpmn.boundary-nowhere", element, flow.idOf(element), {
      host: attached?.value.slice(0, 100) ?? "",
    });
    return null;
  }
  ledger.kept(element, attached);
  const cancels = element.attributes.find((one) => one.name === "cancelActivity");
  const goesOn = cancels?.value === "false";
  if (goesOn) ledger.kept(cancels);
  const event = waitsFor(flow, element);
  const known = event && event.type !== "link";
  if (!known) flow.problem("bpmn.event-missing", element);
  return {
    ...baseOf(flow, element),
    kind: "boundary",
    attachedTo: flow.idOf(host),
    ...(goesOn && event?.type !== "compensation" ? { interrupting: false } : {}),
    event: known ? event : { type: "signal", signal: { name: flow.idOf(element) } },
  };
}
