import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt } from "../../state/apply-event.ts";
import { splitOrFinish } from "../follow.ts";
import { emit, type Place, placeOf, type Turn } from "../turn.ts";
import { wasUndoing } from "../undo/undo.ts";
import { arriveAtComplex } from "./arrive-at-complex.ts";

/** A token comes to a gateway with several ways in. Without what it needs the token is counted there and is gone. */
export function arrive(turn: Turn, token: number, from: NodeProgram, edge: string): void {
  const join = from.outgoing.find(({ id }) => id === edge)?.target ?? from;
  const place = placeOf(turn, token, join.id);
  const waiting = turn.draft.tokens[token]?.u;
  if (join.kind === "complex") arriveAtComplex(turn, place, join, edge);
  else if (join.kind === "parallel") arriveAtParallel(turn, place, join, edge);
  // An inclusive join fires at rest.
  else emit(turn, { kind: "node.entered", ...place, arrives: edge });
  if (turn.draft.tokens[token] === undefined) wasUndoing(turn, waiting);
}

/** The join fires once each incoming edge has a token; surplus tokens stay. */
function arriveAtParallel(turn: Turn, place: Place, join: NodeProgram, edge: string): void {
  const scope = turn.draft.scopes[place.scope];
  if (scope === undefined) return;
  const arrivals = arrivalsAt(scope, join.id);
  if (join.incoming.some(({ id }) => id !== edge && !Object.hasOwn(arrivals, id))) {
    emit(turn, { kind: "node.entered", ...place, arrives: edge });
    return;
  }
  const joins = join.incoming.flatMap(({ id }) => (id === edge ? [] : [id]));
  emit(turn, { kind: "node.entered", ...place, joins });
  splitOrFinish(turn, place, join);
}
