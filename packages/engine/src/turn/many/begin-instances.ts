import type { JsonObject } from "../../contract/json.ts";
import type { Many } from "../../contract/state.ts";
import { depthOf, fits, type Writes } from "../../data/scope-data.ts";
import type { LoopPart, NodeProgram } from "../../program/program.ts";
import { type Failure, raiseIncident } from "../incident.ts";
import { effect, emit, issue, type Place, placeOf, queue, type Turn } from "../turn.ts";
import { activeIn, comingIn } from "./count.ts";
import { endInstances } from "./end-instances.ts";
import { loopOf } from "./instance-of.ts";

/**
 * Begins instances: of a parallel activity as many as there is room for, else the next one. More than may begin in
 * one turn begin in the next, which the host is asked for. Where none is left the activity is done.
 */
export function beginInstances(turn: Turn, token: number, node: NodeProgram): void {
  const many = turn.draft.tokens[token]?.w?.many;
  const loop = loopOf(turn, token, node);
  if (many === undefined || loop === undefined) return;
  const place = placeOf(turn, token);
  const active = activeIn(many);
  const coming = loop.type === "standard" ? 1 : comingIn(many);
  if (coming === 0) {
    if (active === 0) endInstances(turn, token, node);
    return;
  }
  const wanted = isParallel(loop) ? coming : active === 0 ? 1 : 0;
  if (wanted === 0) return;
  const allowed = turn.limits.instancesAtOnce - (turn.begun.get(token) ?? 0);
  const room = turn.limits.tokens - turn.alive;
  const places = nextPlaces(many, Math.min(wanted, allowed, room));
  const failure = cannotBegin(turn, place, many, loop, places, allowed > 0 && room <= 0 && active === 0);
  if (failure !== null) {
    raiseIncident(turn, place, failure, { do: "instances" });
    return;
  }
  for (const next of places) beginInstance(turn, place, next, valuesAt(many, loop, next));
  turn.begun.set(token, (turn.begun.get(token) ?? 0) + places.length);
  if (wanted > allowed) askForMore(turn);
}

function isParallel(loop: LoopPart): boolean {
  return loop.type === "multiInstance" && !loop.sequential;
}

/** Places of the next instances, without those that were removed before they began. */
function nextPlaces({ begun, skip = [] }: Many, count: number): number[] {
  const places: number[] = [];
  for (let place = begun; places.length < count; place++) if (!skip.includes(place)) places.push(place);
  return places;
}

function cannotBegin(
  turn: Turn,
  place: Place,
  many: Many,
  loop: LoopPart,
  places: readonly number[],
  full: boolean,
): Failure | null {
  const { limits } = turn;
  if (full) return { code: "limit.tokens", params: { limit: limits.tokens } };
  if (depthOf(turn, place.scope) >= limits.depth)
    return { code: "limit.depth", params: { limit: limits.depth } };
  // Their scopes are not known yet; any ids that no scope has will do.
  const writes: Writes = new Map(places.map((at) => [-1 - at, { ...valuesAt(many, loop, at) }]));
  return fits(turn, writes) ? null : { code: "limit.variables", params: { limit: limits.variables } };
}

function valuesAt(many: Many, loop: LoopPart, place: number): JsonObject {
  const index = place + 1;
  if (loop.type === "standard") return { index };
  const item = many.items === undefined ? index : (many.items[place - many.begun] ?? null);
  return { index, [loop.item]: item };
}

function beginInstance(turn: Turn, whole: Place, place: number, values: JsonObject): void {
  const { node } = whole;
  const scope = issue(turn);
  emit(turn, { kind: "scope.opened", ...whole, child: scope, place });
  emit(turn, { kind: "variables.changed", v: 1, node, scope, token: null, values });
  const token = issue(turn);
  emit(turn, { kind: "node.entered", v: 1, node, scope, token });
  queue(turn, token, { do: "open" });
}

function askForMore(turn: Turn): void {
  if (!turn.effects.some(({ kind }) => kind === "turn.continue")) effect(turn, { kind: "turn.continue" });
}
