import type { Edge, Node } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { cancelToken, maybeEnd, removeToken } from "./end.ts";

export function countAtJoin(game: Game, token: Token, { id, target }: Edge): void {
  const scope = game.scope(token.scope);
  const silent = scope.silent[target];
  if (silent?.includes(id)) {
    const left = silent.filter((awaited) => awaited !== id);
    if (left.length > 0) scope.silent[target] = left;
    else delete scope.silent[target];
  } else {
    const counts = scope.counted[target] ?? {};
    counts[id] = (counts[id] ?? 0) + 1;
    scope.counted[target] = counts;
  }
  removeToken(game, token);
  while (isMet(game, scope, game.flow.node(target))) fireJoin(game, scope, target);
  maybeEnd(game, scope);
}

export function isMet(game: Game, scope: Scope, node: Node): boolean {
  const counts = scope.counted[node.id];
  if (counts === undefined || scope.silent[node.id] !== undefined) return false;
  const arrived = Object.keys(counts).length;
  const awaited = game.flow.incoming(node.id).length;
  if (node.kind === "parallel") return arrived === awaited;
  if (node.kind !== "complex") return false;
  if (node.need.type === "count") return arrived >= node.need.count;
  return game.data.condition(game.state, scope, node.need.condition, { arrived, awaited });
}

/** Uses one token of each filled edge. */
export function fireJoin(game: Game, scope: Scope, join: string): void {
  const node = game.flow.node(join);
  const counts = scope.counted[join] ?? {};
  const awaited = game.flow
    .incoming(join)
    .map(({ id }) => id)
    .filter((id) => counts[id] === undefined);
  for (const edge of Object.keys(counts)) {
    counts[edge] = (counts[edge] ?? 1) - 1;
    if (counts[edge] === 0) delete counts[edge];
  }
  if (Object.keys(counts).length === 0) delete scope.counted[join];
  const token = game.newToken(scope, join);
  if (node.kind === "complex" && awaited.length > 0) {
    if (node.rest === "cancel") cancelToward(game, scope, join, awaited, token);
    else scope.silent[join] = awaited;
  }
  game.queue(token, { do: "complete" });
}

export function cancelToward(
  game: Game,
  scope: Scope,
  join: string,
  awaited: readonly string[],
  but: Token,
): void {
  const comes = (at: string, along?: string) => {
    const ahead = game.flow.edgesAhead(at, join, along);
    return awaited.some((edge) => ahead.has(edge));
  };
  for (const token of game.tokensIn(scope)) {
    const move = game.state.queue.find((next) => next.token === token.id)?.move;
    const along = move?.do === "arrive" ? move.edge : undefined;
    const back = token.backTo !== null && comes(token.backTo);
    if (token !== but && (comes(token.at, along) || back)) cancelToken(game, token);
  }
  for (const other of Object.keys(scope.counted))
    if (other !== join && comes(other)) delete scope.counted[other];
}
