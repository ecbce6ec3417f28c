import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "../../contract/event.ts";
import type { JsonObject } from "../../contract/json.ts";
import type { InstanceState } from "../../contract/state.ts";
import { compile } from "../../program/compile.ts";
import type { ProofFinding } from "../proof.ts";
import { isNamedState } from "./named-state.ts";
import type { Played } from "./played.ts";
import { Player } from "./player.ts";
import { EARLY, steeredDefinition } from "./steered-definition.ts";

/** Most steps of the engine that are tried: what cannot be found must not keep anybody waiting. */
const MOST_TRIED = 4_000;

/** A case on its way, and how it came there. */
interface Point {
  readonly state: InstanceState | null;
  /** Moves that are behind it. */
  readonly index: number;
  readonly before: Point | null;
  readonly events: readonly EngineEvent[];
}

/**
 * Plays the moves on a copy that stops on its lines and at each step, and looks for the order in which tokens are let on
 * that leads to the state that the finding names. Null where none was found within the bound.
 */
export function playSlowly(
  definition: WorkflowDefinition,
  finding: Pick<ProofFinding, "code" | "nodes" | "moves" | "marking">,
): Played | null {
  const steered = steeredDefinition(definition, finding.moves, { slowly: true });
  const compiled = compile(steered);
  if (!compiled.ok) return null;
  const player = new Player(definition, compiled.program);
  const asks = steered.variables?.properties?.[EARLY] !== undefined;
  const said = asks ? [{ [EARLY]: false }, { [EARLY]: true }] : [{}];
  const first: Point = { state: null, index: 0, before: null, events: [] };
  const seen = new Set([keyOf(first)]);
  const open = [first];
  // Nearest first, since some cases go on for ever.
  let tried = 0;
  for (const point of open) {
    if (point.index >= finding.moves.length && isNamedState(finding, point.state, eventsTo(point)))
      return playedTo(point, finding.moves.length);
    if (tried >= MOST_TRIED) continue;
    for (const next of followers(player, point, finding.moves, said)) {
      tried++;
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return null;
}

/** What may come next: the next move, or something that is let on; where there is neither, the move is passed over. */
function followers(
  player: Player,
  point: Point,
  moves: ProofFinding["moves"],
  said: readonly JsonObject[],
): Point[] {
  const { state, index } = point;
  const next: Point[] = [];
  const add = (events: readonly EngineEvent[], passed: number) => {
    if (events.length > 0) next.push({ state: player.state, index: index + passed, before: point, events });
  };
  const move = moves[index];
  const passed = move?.do === "take" || move?.do === "cancel";
  player.state = state;
  if (move && !passed) add(player.tryMove(move), 1);
  player.state = state;
  if (!passed) {
    // Of those that stand at the same place any will do.
    const holds = new Map(player.holds().map((hold) => [`${hold.scope} ${hold.node}`, hold]));
    for (const hold of holds.values()) {
      for (const data of said) {
        player.state = state;
        add(player.letOn(hold, data), 0);
      }
    }
  }
  // What has happened by itself needs no move.
  if (move && state !== null && (passed || next.length === 0))
    next.push({ state, index: index + 1, before: point, events: [] });
  return next;
}

function keyOf({ state, index }: Point): string {
  if (state === null) return `${index}`;
  const { tokens, scopes, status } = state;
  const places = Object.values(tokens).map(({ n, s, w }) => `${n} ${placeOf(state, s)} ${waitsKey(w)}`);
  const rooms = Object.entries(scopes).map(([id, scope]) =>
    JSON.stringify([
      placeOf(state, Number(id)),
      scope.joins,
      scope.rest,
      scope.done,
      scope.vars,
      scope.handled,
    ]),
  );
  return JSON.stringify([index, status, places.sort(), rooms.sort()]);
}

/** Events that happened beside a step are no longer waited for. */
function waitsKey(waits: InstanceState["tokens"][string]["w"]): string {
  return Object.values({ ...waits?.timers, ...waits?.subs })
    .sort()
    .join();
}

/** The containers around a scope, from the inside out. */
function placeOf(state: InstanceState, scope: number): string {
  const { node, parent } = state.scopes[scope] ?? { node: null, parent: null };
  const outer = parent === null ? undefined : state.tokens[parent]?.s;
  return outer === undefined ? (node ?? "") : `${node}/${placeOf(state, outer)}`;
}

function pathTo(point: Point): Point[] {
  const path: Point[] = [];
  for (let at: Point | null = point; at; at = at.before) path.push(at);
  return path.reverse();
}

function eventsTo(point: Point): EngineEvent[] {
  return pathTo(point).flatMap(({ events }) => events);
}

function playedTo(point: Point, moves: number): Played {
  const turns: EngineEvent[][] = Array.from({ length: moves }, () => []);
  for (const { before, events } of pathTo(point)) {
    // What was let on belongs to the move that it makes room for.
    const turn = turns[Math.min(before?.index ?? 0, moves - 1)];
    turn?.push(...events);
  }
  return { state: point.state, events: eventsTo(point), turns, reached: true };
}
