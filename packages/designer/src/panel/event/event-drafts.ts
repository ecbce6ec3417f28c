import type { Node } from "@flowright/definition";

/** Any event, as the panel edits it; each place takes some of these. */
export type PanelEvent =
  | Extract<Node, { kind: "catch" | "throw" | "boundary" }>["event"]
  | NonNullable<Extract<Node, { kind: "start" }>["trigger"]>
  | NonNullable<Extract<Node, { kind: "end" }>["result"]>;

export type EventType = PanelEvent["type"];

/** Whether the step waits for the event or tells it to others. */
export type Direction = "waits" | "tells";

/** A fresh event of a type; what the one before says under the same name is kept. */
export function freshEvent(type: EventType, direction: Direction, before: PanelEvent): PanelEvent {
  const code = "code" in before ? before.code : undefined;
  switch (type) {
    case "timer":
      return { type, duration: "P1D" };
    case "message":
      return { type, message: { name: "message" } };
    case "signal":
      return { type, signal: { name: "signal" } };
    case "condition":
      return { type, condition: "null" };
    case "error":
      return direction === "tells" ? { type, code: code ?? "failed" } : { type, ...(code ? { code } : {}) };
    case "escalation":
      return direction === "tells"
        ? { type, code: code ?? "escalated" }
        : { type, ...(code ? { code } : {}) };
    case "link":
      return { type, name: "A" };
    default:
      return { type };
  }
}
