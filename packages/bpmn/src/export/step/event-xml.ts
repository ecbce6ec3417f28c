import type { BoundaryEvent, CatchEvent, EndEvent, StartEvent, ThrowEvent } from "@flowright/definition";
import { feel, type ProcessSheet } from "../file/sheet.ts";
import { textXml, type XmlNode, xml } from "../file/xml-node.ts";

export type AnyEvent =
  | NonNullable<StartEvent["trigger"]>
  | NonNullable<EndEvent["result"]>
  | CatchEvent
  | ThrowEvent
  | BoundaryEvent["event"];

type Timer = Extract<AnyEvent, { type: "timer" }>;

/** Event definitions of BPMN [10.5.5]; none for an event without one. */
export function eventXml(event: AnyEvent | undefined, sheet: ProcessSheet): XmlNode[] {
  if (event === undefined || event.type === "none") return [];
  switch (event.type) {
    case "timer":
      return [xml("bpmn:timerEventDefinition", {}, timerXml(event))];
    case "message":
      return [xml("bpmn:messageEventDefinition", { messageRef: messageId(event.message.name, sheet) })];
    case "signal": {
      const { name } = event.signal;
      const signalRef = sheet.file.root("signal", "Signal", name, { name });
      return [xml("bpmn:signalEventDefinition", { signalRef })];
    }
    case "error": {
      const errorRef = codeId("error", "errorCode", event.code, sheet);
      return [xml("bpmn:errorEventDefinition", { errorRef })];
    }
    case "escalation": {
      const escalationRef = codeId("escalation", "escalationCode", event.code, sheet);
      return [xml("bpmn:escalationEventDefinition", { escalationRef })];
    }
    case "condition":
      return [xml("bpmn:conditionalEventDefinition", {}, [feel("bpmn:condition", event.condition)])];
    case "link":
      return [xml("bpmn:linkEventDefinition", { name: event.name })];
    case "compensation": {
      const activity = "activity" in event ? event.activity : undefined;
      const activityRef = activity === undefined ? undefined : sheet.idOf(activity);
      return [xml("bpmn:compensateEventDefinition", { activityRef })];
    }
    case "terminate":
      return [xml("bpmn:terminateEventDefinition", {})];
    case "cancel":
      return [xml("bpmn:cancelEventDefinition", {})];
  }
}

/** Messages are told apart by their name [8.4.11]. */
export function messageId(name: string, sheet: ProcessSheet): string {
  return sheet.file.root("message", "Message", name, { name });
}

function codeId(
  element: "error" | "escalation",
  attribute: string,
  code: string | undefined,
  sheet: ProcessSheet,
): string | undefined {
  if (code === undefined) return undefined;
  const prefix = element === "error" ? "Error" : "Escalation";
  return sheet.file.root(element, prefix, code, { name: code, [attribute]: code });
}

function timerXml(timer: Timer): XmlNode[] {
  if ("duration" in timer) return [timeXml("bpmn:timeDuration", timer.duration)];
  if ("date" in timer) return [timeXml("bpmn:timeDate", timer.date)];
  return [timeXml("bpmn:timeCycle", "cycle" in timer ? timer.cycle : timer.cron)];
}

/** Text of ISO 8601 as it is; what begins with `=` is FEEL. */
function timeXml(name: string, text: string): XmlNode {
  if (text.startsWith("=")) return feel(name, text.slice(1));
  return textXml(name, text, { "xsi:type": "bpmn:tFormalExpression" });
}
