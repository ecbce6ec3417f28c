import type { EngineEvent } from "../../contract/event.ts";
import type { InstanceState } from "../../contract/state.ts";
import type { ProofFinding } from "../proof.ts";

/** Whether a case that was played is where a finding says that it comes to. */
export function isNamedState(
  { code, nodes, marking }: Pick<ProofFinding, "code" | "nodes" | "marking">,
  state: InstanceState | null,
  events: readonly EngineEvent[],
): boolean {
  const [node = ""] = nodes;
  if (state === null) return false;
  switch (code) {
    case "proof.deadlock":
    case "proof.join-never-filled":
      return joinsWait(state, marking?.joins.map((join) => join.node) ?? [node]);
    case "proof.runs-twice":
      return mostTogether(state, node) >= 2;
    case "proof.end-twice":
      return mostEntries(events, node) >= 2;
    case "proof.livelock":
      return state.status === "active" && (goesRound(events) || isRound(state, events, marking));
    case "proof.end-stops-work":
      return stopped(events, node, marking);
    default:
      // A step inside of which nobody stands any more was come to all the same.
      return nodes.length === 0 || nodes.some((one) => mostEntries(events, one) > 0 || standsAt(state, one));
  }
}

/** In one scope nothing moves any more, and joins still count some. */
function joinsWait(state: InstanceState, joins: readonly string[]): boolean {
  const told = Object.values(state.tokens).some(({ n, w }) => joins.includes(n) && w?.incident !== undefined);
  const counts = (join: string) =>
    Object.values(state.scopes).some((scope) => scope.joins?.[join] !== undefined) || standsAt(state, join);
  return told && joins.every(counts);
}

/** The engine's own word for a circle in which nobody waits. */
function goesRound(events: readonly EngineEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind === "incident.raised" && (event.code === "loop.choices" || event.code === "limit.steps"),
  );
}

/** At a choice no token rests: it was come to. */
function isRound(
  state: InstanceState,
  events: readonly EngineEvent[],
  marking: ProofFinding["marking"],
): boolean {
  const tokens = marking?.tokens ?? [];
  return tokens.every(({ node }) => standsAt(state, node) || mostEntries(events, node) > 0);
}

function standsAt(state: InstanceState, node: string): boolean {
  return Object.values(state.tokens).some(({ n, l }) => n === node && l === undefined);
}

/** Most tokens at a step in one opening of its scope. */
function mostTogether(state: InstanceState, node: string): number {
  const counts = new Map<number, number>();
  for (const { n, s, l } of Object.values(state.tokens))
    if (n === node && l === undefined) counts.set(s, (counts.get(s) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** How often a node was come to in one opening of its scope. */
function mostEntries(events: readonly EngineEvent[], node: string): number {
  const counts = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== "node.entered" || event.node !== node) continue;
    counts.set(event.scope, (counts.get(event.scope) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** The end was come to, and something else was cancelled then, or counted at a join. */
function stopped(events: readonly EngineEvent[], end: string, marking: ProofFinding["marking"]): boolean {
  const at = events.findLastIndex((event) => event.kind === "node.entered" && event.node === end);
  if (at < 0) return false;
  if (events.slice(at).some(({ kind }) => kind === "node.cancelled")) return true;
  const others = (marking?.tokens ?? []).filter(({ node }) => node !== end);
  const joins = marking?.joins ?? [];
  return others.length === 0 && joins.length > 0 && joins.every(({ node }) => mostEntries(events, node) > 0);
}
