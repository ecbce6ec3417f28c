import type { Game } from "../game/game.ts";
import { mayBegin } from "../steps/containers.ts";
import { happen } from "../steps/happen.ts";
import { fireJoin } from "../steps/joins.ts";
import { isHolding } from "../steps/listen.ts";

/** Does one thing that is done at rest only; false where there is none. */
export function atRest(game: Game): boolean {
  return askConditions(game) || fireInclusive(game) || findDeadJoins(game);
}

function askConditions(game: Game): boolean {
  const { tokens, scopes } = game.state;
  const places = [
    ...[...tokens.keys()].map((token) => ({ token, age: token })),
    ...[...scopes.keys()].map((scope) => ({ scope, age: scope })),
  ].sort((one, other) => one.age - other.age);
  const asked: { place: (typeof places)[number]; node: string }[] = [];
  for (const place of places) {
    const holder = game.holder(place);
    for (const condition of holder.conditions) {
      const holds = isHolding(game, holder, condition.node);
      if (holds && !condition.holds) asked.push({ place, node: condition.node });
      else condition.holds = holds;
    }
  }
  if (asked.length === 0) return false;
  // All that hold happen before anything moves on, but what one of them has ended.
  while (asked.length > 0) {
    const [next] = asked.splice(game.pick(asked.map(({ place }) => place.age)), 1);
    const holder = next && game.holderOrNone(next.place);
    const condition = holder?.conditions.find(({ node }) => node === next?.node);
    if (!next || !condition) continue;
    condition.holds = true;
    happen(game, next.place, next.node, {});
  }
  return true;
}

function fireInclusive(game: Game): boolean {
  for (const scope of game.scopesInnerFirst()) {
    for (const { id, kind } of game.flow.place(scope.of).nodes) {
      if (kind !== "inclusive" || scope.counted[id] === undefined) continue;
      const empty = game.flow.incoming(id).filter((edge) => !scope.counted[id]?.[edge.id]);
      const others = Object.keys(scope.counted).filter((join) => join !== id);
      const standing = [...game.standing(scope), ...others];
      for (const node of mayBegin(game, scope)) standing.push(node.id);
      const ahead = standing.map((at) => game.flow.edgesAhead(at, id));
      if (empty.some((edge) => ahead.some((edges) => edges.has(edge.id)))) continue;
      fireJoin(game, scope, id);
      return true;
    }
  }
  return fireInclusiveRound(game);
}

/** Nothing moves in a scope: joins that wait for each other round a loop do not hold an inclusive one up. */
function fireInclusiveRound(game: Game): boolean {
  for (const scope of game.scopesInnerFirst()) {
    if (game.tokensIn(scope).length > 0 || scope.revived || mayBegin(game, scope).length > 0) continue;
    for (const { id, kind } of game.flow.place(scope.of).nodes) {
      if (kind !== "inclusive" || scope.counted[id] === undefined) continue;
      const incoming = game.flow.incoming(id);
      const filled = (edge: { readonly id: string }) => Boolean(scope.counted[id]?.[edge.id]);
      const holds = Object.keys(scope.counted).some((other) => {
        if (other === id) return false;
        const ahead = game.flow.edgesAhead(other, id);
        const comesBy = (wanted: boolean) =>
          incoming.some((edge) => filled(edge) === wanted && ahead.has(edge.id));
        return comesBy(false) && !comesBy(true);
      });
      if (holds) continue;
      fireJoin(game, scope, id);
      return true;
    }
  }
  return false;
}

function findDeadJoins(game: Game): boolean {
  for (const scope of game.scopesInnerFirst()) {
    const join = game.flow.place(scope.of).nodes.find(({ id }) => scope.counted[id] !== undefined);
    if (join === undefined || game.tokensIn(scope).length > 0 || scope.revived) continue;
    if (mayBegin(game, scope).length > 0) continue;
    game.incident(game.newToken(scope, join.id), "join.never-fills", { do: "nothing" });
    return true;
  }
  return false;
}
