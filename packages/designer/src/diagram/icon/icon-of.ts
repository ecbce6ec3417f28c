import type { Node } from "@flowright/definition";
import type { IconName } from "./icon-paths.ts";

/** The drawing for a step; null for plain start and end circles. */
export function iconOf(node: Node): IconName | null {
  switch (node.kind) {
    case "start":
      return node.trigger?.type === "message" ? "message" : null;
    case "end":
      if (node.result?.type === "terminate") return "terminate";
      return node.result?.type === "error" ? "error" : null;
    case "catch":
    case "boundary":
      return node.event.type;
    default:
      return node.kind;
  }
}
