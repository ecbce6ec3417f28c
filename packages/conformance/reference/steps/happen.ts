import type { BoundaryEvent, EventSubProcess } from "@flowright/definition";
import type { Game, Happening } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { cancelToken, clearCounts, closeAll, stopListening } from "./end.ts";
import { openScope } from "./listen.ts";
import { freeSteps } from "./plan.ts";

export function happen(
  game: Game,
  place: { token?: number; scope?: number },
  id: string,
  happening: Happening,
): void {
  const holder = game.holder(place);
  if (!("at" in holder)) {
    const container = game.flow.placeOf(id).container;
    if (container?.kind === "eventSubProcess") beginEventSubProcess(game, holder, container, happening);
    return;
  }
  const node = game.flow.node(id);
  if (node.kind === "boundary") {
    leaveByBoundary(game, holder, node, happening);
    return;
  }
  if (holder.waitsInPlan) {
    freeSteps(game, game.scope(holder.scope));
    return;
  }
  closeAll(game, holder);
  if (holder.at !== id) {
    // After an event-based gateway: the gateway is left for the event that happened.
    const edge = game.flow.outgoing(holder.at).find(({ target }) => target === id);
    game.state.trace.push(`done ${holder.at}`, `edge ${edge?.id}`);
    holder.at = id;
  }
  game.queue(holder, { do: "complete", ...happening });
}

export function leaveByBoundary(
  game: Game,
  token: Token,
  boundary: BoundaryEvent,
  happening: Happening,
): void {
  let moved = token;
  if (boundary.interrupting !== false) {
    closeAll(game, token);
    // What was interrupted was not done: there is no going straight back from it.
    token.backTo = null;
    token.at = boundary.id;
  } else moved = game.newToken(game.scope(token.scope), boundary.id);
  moved.undoFor = token.undoFor;
  game.queue(moved, { do: "complete", ...happening });
}

export function beginEventSubProcess(
  game: Game,
  scope: Scope,
  sub: EventSubProcess,
  happening: Happening,
): void {
  const start = game.flow.startIn(game.flow.place(sub.id));
  if (start === undefined) return;
  if (start.interrupting !== false) {
    for (const token of game.tokensIn(scope)) cancelToken(game, token);
    clearCounts(scope);
    stopListening(scope);
    scope.handled = true;
  }
  const holder = game.newToken(scope, sub.id);
  const inner = openScope(game, sub.id, holder, game.data.defaults(sub.id));
  holder.child = inner.id;
  game.queue(game.newToken(inner, start.id), { do: "complete", ...happening });
}
