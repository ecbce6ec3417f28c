import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt } from "../../state/apply-event.ts";
import { splitOrFinish } from "../follow.ts";
import { raiseIncident } from "../incident.ts";
import { emit, placeOf, type Turn } from "../turn.ts";
import { neverFills, onlyOneIn } from "./dead-joins.ts";

/** A token comes to a parallel join: the join fires once each incoming edge has one, surplus tokens stay. */
export function arrive(turn: Turn, token: number, from: NodeProgram, edge: string): void {
  const join = from.outgoing.find(({ id }) => id === edge)?.target ?? from;
  const place = placeOf(turn, token, join.id);
  const scope = turn.draft.scopes[place.scope];
  if (scope === undefined) return;
  const arrivals = arrivalsAt(scope, join.id);
  if (join.incoming.every(({ id }) => id === edge || Object.hasOwn(arrivals, id))) {
    const joins = join.incoming.flatMap(({ id }) => (id === edge ? [] : [id]));
    emit(turn, { kind: "node.entered", ...place, joins });
    splitOrFinish(turn, place, join);
    return;
  }
  if (onlyOneIn(turn, place.scope, token)) {
    raiseIncident(turn, place, neverFills(scope, join), { do: "arrive", edge });
    return;
  }
  emit(turn, { kind: "node.entered", ...place, arrives: edge });
}
