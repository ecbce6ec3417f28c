import type { Node } from "@flowright/definition";
import type { Place } from "../flow.ts";
import type { Game } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { openScope } from "./listen.ts";
import { openPlan } from "./plan.ts";

export function openContainer(game: Game, token: Token, node: Node): void {
  const scope = openScope(game, node.id, token, game.data.defaults(node.id));
  token.child = scope.id;
  if (!game.state.tokens.has(token.id) || !game.state.scopes.has(scope.id)) return;
  const place = game.flow.place(node.id);
  if (node.kind === "plan") openPlan(game, scope, place);
  else if (node.kind === "adHoc") {
    if (node.start === "all")
      for (const { id } of beginnable(game, place)) game.enter(game.newToken(scope, id));
  } else {
    const start = game.flow.startIn(place);
    if (start) game.queue(game.newToken(scope, start.id), { do: "complete" });
  }
}

/** What people may still begin in an ad-hoc container. */
export function mayBegin(game: Game, scope: Scope): Node[] {
  const place = game.flow.place(scope.of);
  const { container } = place;
  if (container?.kind !== "adHoc" || scope.instance !== null || scope.revived) return [];
  if (container.start === "all" || scope.closing || scope.handled) return [];
  return beginnable(game, place);
}

export function beginnable(game: Game, place: Place): Node[] {
  return place.nodes.filter(
    ({ id, kind }) =>
      kind !== "boundary" && kind !== "eventSubProcess" && game.flow.incoming(id).length === 0,
  );
}
