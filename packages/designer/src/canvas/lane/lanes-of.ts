import type { Node, WorkflowDefinition } from "@flowright/definition";
import type { CSSProperties } from "react";
import { indexOf } from "../../model/document/index-of.ts";

/** Who does a step: a role, whoever started, somebody else, or a system. */
export type Lane = `role:${string}` | "initiator" | "others" | "systems";

/** Colours that tell lanes apart, as `--fw-lane-1` and so on are by day; more lanes than these share. */
const COLOURS = [
  ...["#2563c4", "#c2570c", "#0c7a6b", "#a3197e"],
  ...["#6b7a10", "#6d4bb8", "#8a5a2b", "#4b5563"],
];

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
export function laneNumber(definition: WorkflowDefinition, lane: Lane): number {
  const at = [...lanesOf(definition).keys()].indexOf(lane);
  return (Math.max(0, at) % COLOURS.length) + 1;
}

/** The colour that was chosen for a role, or the number of the one that stands for its lane. */
export function laneColour(definition: WorkflowDefinition, lane: Lane): number | string {
  const role = lane.startsWith("role:") ? lane.slice("role:".length) : null;
  return definition.roles?.find(({ id }) => id === role)?.color ?? laneNumber(definition, lane);
}

/** How an element that shows a lane gets its colour. */
export function laneMark(colour: number | string | null): {
  readonly "data-lane"?: number;
  readonly style?: CSSProperties;
} {
  if (colour === null) return {};
  return typeof colour === "number"
    ? { "data-lane": colour }
    : { style: { "--fw-lane": colour } as CSSProperties };
}

/** The colour of a role that has none of its own yet, as `#rrggbb`. */
export function standingColour(definition: WorkflowDefinition, role: string): string {
  return COLOURS[laneNumber(definition, `role:${role}`) - 1] ?? "#2563c4";
}
