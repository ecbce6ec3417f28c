import { eachPassage, runOf, runTo, splitRun } from "../graph/content.ts";
import type { ProofMarking, ProofMove } from "../proof.ts";
import type { Explored, Step } from "../search/explore.ts";
import type { Net } from "../search/net.ts";

/** The moves that lead from the opening of a scope to a state. */
export function movesToState(net: Net, explored: Explored, state: number): ProofMove[] {
  const steps: Step[] = [];
  for (let at = state; at >= 0; at = explored.parents[at] ?? -1) {
    const step = explored.steps[at];
    if (step) steps.push(step);
  }
  return steps.reverse().flatMap((step) => movesOf(net, step));
}

/**
 * The moves of one step: what its token did where it was, and what it passes on the way to where it rests next; of that
 * only the first `entries` of the log, though a choice of several edges that is among them is told whole.
 */
export function movesOf(net: Net, { left, log }: Step, entries = log.length): ProofMove[] {
  const moves = left >= 0 ? splitRun(net.places[left]?.edge.content ?? []).after : [];
  for (const [index, number] of log.slice(0, entries).entries()) {
    if (number < 0) moves.push(...takeOf(net, log.slice(index + 1, index + 1 - number)));
    const place = net.places[number];
    if (place) moves.push(...(place.passable ? runOf : before)(place.edge.content));
  }
  return moves;
}

function before(content: Parameters<typeof splitRun>[0]): ProofMove[] {
  return splitRun(content).before;
}

/** The move that chooses several edges; nothing where events decide. */
function takeOf(net: Net, entered: readonly number[]): ProofMove[] {
  const edges = entered.flatMap((number) => net.places[number]?.edge.take ?? []);
  const node = net.places[entered[0] ?? -1]?.edge.from.owner ?? null;
  return node === null || edges.length === 0 ? [] : [{ do: "take", node, edges }];
}

/** The moves that bring a token to a node of the scope; null if none ever comes there. */
export function movesToNode(net: Net, explored: Explored, node: string): ProofMove[] | null {
  for (const [number, { state, left, log }] of explored.entered) {
    const place = net.places[number];
    const inner = place && runTo(place.edge.content, node);
    if (!inner) continue;
    const there = movesToState(net, explored, state);
    return [...there, ...movesOf(net, { left, log }, log.indexOf(number)), ...inner];
  }
  return null;
}

/** Where the tokens of a state stand. */
export function markingOf(net: Net, key: string): ProofMarking {
  const tokens = new Map<string, number>();
  const joins: { node: string; edge: string; count: number }[] = [];
  for (const character of new Set(key)) {
    const slot = net.slots[character.charCodeAt(0)];
    const place = slot && net.places[slot.place];
    const count = key.split(character).length - 1;
    if (slot?.kind === "active" && place) {
      const node = restsAt(place.edge.content) ?? place.to.owner;
      if (node !== null) tokens.set(node, (tokens.get(node) ?? 0) + count);
    }
    const node = place?.to.owner;
    if (slot?.kind === "arrived" && node)
      for (const edge of place.edge.drawn) joins.push({ node, edge, count });
  }
  return { tokens: [...tokens].map(([node, count]) => ({ node, count })), joins };
}

/** The first node of a content where a token rests; else the first step. */
function restsAt(content: Parameters<typeof splitRun>[0]): string | null {
  let waits: string | null = null;
  let step: string | null = null;
  for (const item of content) {
    eachPassage([item], (passage, exit) => {
      if (exit) return;
      if (passage.waits) waits ??= passage.node;
      if (passage.step) step ??= passage.node;
    });
    if (waits !== null) return waits;
  }
  return step;
}
