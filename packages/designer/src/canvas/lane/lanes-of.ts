import type { Node, WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";

/** Who does a step: a role, whoever started, somebody else, or a system. */
export type Lane = `role:${string}` | "initiator" | "others" | "systems";

/** Colours that tell lanes apart; more lanes than these share. */
const COLOURS = 8;

export function laneOf(node: Node): Lane | null {
  switch (node.kind) {
    case "userTask":
    case "approval":
      if (node.who.type === "role") return `role:${node.who.role}`;
      return node.who.type === "initiator" ? "initiator" : "others";
    case "serviceTask":
    case "scriptTask":
    case "businessRuleTask":
    case "sendTask":
    case "receiveTask":
      return "systems";
    case "manualTask":
      return "others";
    default:
      return null;
  }
}

const known = new WeakMap<WorkflowDefinition["nodes"], ReadonlyMap<Lane, number>>();

/** The lanes of a flow with the number of their steps: roles in the order of the flow, then the others. */
export function lanesOf(definition: WorkflowDefinition): ReadonlyMap<Lane, number> {
  const made = known.get(definition.nodes);
  if (made) return made;
  const counts = new Map<Lane, number>();
  for (const { node } of indexOf(definition).nodes.values()) {
    const lane = laneOf(node);
    if (lane !== null) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  }
  const order = (lane: Lane) => ["initiator", "others", "systems"].indexOf(lane);
  const sorted = new Map([...counts].sort(([a], [b]) => order(a) - order(b)));
  known.set(definition.nodes, sorted);
  return sorted;
}

/** The number of a lane's colour, from 1. */
export function laneColour(definition: WorkflowDefinition, lane: Lane): number {
  return ([...lanesOf(definition).keys()].indexOf(lane) % COLOURS) + 1;
}
