import { type Evaluated, evaluateCondition } from "../../data/evaluate.ts";
import { viewFrom } from "../../data/scope-data.ts";
import type { EdgeProgram, NodeProgram } from "../../program/program.ts";
import { arrivalsAt, restAt } from "../../state/apply-event.ts";
import { endIfDone } from "../casework/planned-end.ts";
import { cancelToken } from "../close-waits.ts";
import { splitOrFinish } from "../follow.ts";
import { raiseIncident } from "../incident.ts";
import { emit, issue, nodeOf, type Place, type Turn } from "../turn.ts";
import { canComeBy } from "./reach.ts";
import { joinsIn } from "./waiting-joins.ts";

/**
 * A token comes to a complex gateway: it is counted, or it is one of those that are awaited in silence after the
 * gateway has fired. What is counted beyond that serves the next round.
 */
export function arriveAtComplex(turn: Turn, place: Place, gateway: NodeProgram, edge: string): void {
  const scope = turn.draft.scopes[place.scope];
  if (scope === undefined) return;
  const awaited = restAt(scope, gateway.id);
  const silent = awaited.includes(edge);
  const counted = new Set(Object.keys(arrivalsAt(scope, gateway.id)));
  if (awaited.length > (silent ? 1 : 0)) {
    emit(turn, { kind: "node.entered", ...place, arrives: edge });
    if (silent) endIfDone(turn, place.scope);
    return;
  }
  if (!silent) counted.add(edge);
  const met = needIsMet(turn, place.scope, gateway, counted.size);
  if (!met.ok) {
    raiseIncident(turn, place, met.failure, { do: "arrive", edge });
    return;
  }
  if (!met.value) {
    emit(turn, { kind: "node.entered", ...place, arrives: edge });
    if (silent) endIfDone(turn, place.scope);
    return;
  }
  if (!silent) {
    fire(turn, place, gateway, counted, edge);
    return;
  }
  // The last of the silent ones is gone; what was counted meanwhile is enough for the next round.
  emit(turn, { kind: "node.entered", ...place, arrives: edge });
  fire(turn, { ...place, token: issue(turn) }, gateway, counted, undefined);
}

function needIsMet(turn: Turn, scope: number, gateway: NodeProgram, arrived: number): Evaluated<boolean> {
  const { node, incoming, parts } = gateway;
  if (node.kind !== "complex" || arrived === 0) return { ok: true, value: false };
  if (node.need.type === "count") return { ok: true, value: arrived >= node.need.count };
  if (parts.condition === undefined) return { ok: true, value: true };
  return evaluateCondition(parts.condition, viewFrom(turn, scope, { arrived, awaited: incoming.length }));
}

/** One token of each counted edge goes on as one; `by` is the edge of the token itself, which was not counted. */
function fire(
  turn: Turn,
  place: Place,
  gateway: NodeProgram,
  counted: ReadonlySet<string>,
  by: string | undefined,
): void {
  const joins = gateway.incoming.flatMap(({ id }) => (id !== by && counted.has(id) ? [id] : []));
  const missing = gateway.incoming.filter(({ id }) => !counted.has(id));
  const cancels = gateway.node.kind === "complex" && gateway.node.rest === "cancel";
  const rest = cancels || missing.length === 0 ? {} : { rest: missing.map(({ id }) => id) };
  emit(turn, { kind: "node.entered", ...place, joins, ...rest });
  if (cancels) cancelWhatComes(turn, place, gateway, missing);
  splitOrFinish(turn, place, gateway);
}

/** Cancels every token that could still come by one of the edges, those that are counted at other joins included. */
function cancelWhatComes(
  turn: Turn,
  { scope, token: own }: Place,
  gateway: NodeProgram,
  edges: readonly EdgeProgram[],
): void {
  const comes = (from: NodeProgram): boolean => edges.some((edge) => canComeBy(gateway, edge, from));
  const onTheWay = arrivingIn(turn);
  for (const id in turn.draft.tokens) {
    const token = turn.draft.tokens[id];
    if (token?.s !== scope || token.l !== undefined || Number(id) === own) continue;
    const retry = token.w?.retry;
    const arriving = onTheWay.get(Number(id)) ?? (retry?.do === "arrive" ? retry.edge : undefined);
    const by = gateway.incoming.find((edge) => edge.id === arriving);
    const at = nodeOf(turn, token.n);
    const next = at.outgoing.find((edge) => edge.id === arriving)?.target ?? at;
    const reaches = by === undefined ? comes(next) : edges.includes(by);
    if (reaches || (token.j !== undefined && comes(nodeOf(turn, token.j)))) cancelToken(turn, Number(id));
  }
  const state = turn.draft.scopes[scope];
  for (const join of joinsIn(turn, scope)) {
    if (state === undefined || join === gateway || !comes(join)) continue;
    for (const [edge, count] of Object.entries(arrivalsAt(state, join.id)))
      for (let left = count; left > 0; left--)
        emit(turn, { kind: "join.emptied", v: 1, node: join.id, scope, token: null, edge });
  }
}

/** Tokens that are about to come to a gateway, by the edge that they took already. */
function arrivingIn({ queue }: Turn): ReadonlyMap<number, string | undefined> {
  return new Map(queue.map(({ token, move }) => [token, move.do === "arrive" ? move.edge : undefined]));
}
