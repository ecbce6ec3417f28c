import type { Node } from "@flowright/definition";
import type { IconName } from "./icon-paths.ts";

/** The drawing for a step; null for plain circles. */
export function iconOf(node: Node): IconName | null {
  switch (node.kind) {
    case "start":
      return ofEvent(node.trigger?.type);
    case "end":
      return ofEvent(node.result?.type);
    case "catch":
    case "throw":
    case "boundary":
      return ofEvent(node.event.type);
    default:
      return node.kind;
  }
}

type EventType =
  | NonNullable<Extract<Node, { kind: "start" }>["trigger"]>["type"]
  | NonNullable<Extract<Node, { kind: "end" }>["result"]>["type"]
  | Extract<Node, { kind: "catch" | "throw" | "boundary" }>["event"]["type"];

function ofEvent(type: EventType | undefined): IconName | null {
  return type === undefined || type === "none" ? null : type;
}
