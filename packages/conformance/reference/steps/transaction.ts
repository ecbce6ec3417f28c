import type { Game } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { cancelToken, clearCounts, endScope, finishToken, stopListening } from "./end.ts";
import { leaveByBoundary } from "./happen.ts";
import { undoIn } from "./undo.ts";

export function cancelTransaction(game: Game, token: Token): void {
  const scope = transactionAround(game, token);
  if (scope === null) {
    finishToken(game, token);
    return;
  }
  const staying = holding(game, token);
  // What was completed inside of something that is still under way: the text does not say what becomes of it.
  const inside = [...game.state.scopes.values()].filter(({ id }) => isWithin(game, id, scope.id));
  if (inside.some(({ done }) => done.length > 0)) game.state.unwritten = true;
  for (const other of game.tokensIn(scope)) if (!staying.includes(other.id)) cancelToken(game, other);
  clearCounts(scope);
  stopListening(scope);
  undoIn(game, token, scope, null);
}

export function leaveTransaction(game: Game, token: Token): void {
  game.state.trace.push(`done ${token.at}`);
  const scope = transactionAround(game, token);
  let holder = scope?.parent == null ? undefined : game.state.tokens.get(scope.parent);
  // Of a transaction that is done several times the boundary is that of the whole.
  const around = holder && game.scope(holder.scope);
  if (around?.instance != null && around.parent !== null) holder = game.state.tokens.get(around.parent);
  if (scope === null || holder === undefined) return;
  const boundary = game.flow.boundaries(holder.at).find(({ event }) => event.type === "cancel");
  if (boundary) leaveByBoundary(game, holder, { ...boundary, interrupting: true }, {});
  else endScope(game, scope);
}

function transactionAround(game: Game, token: Token): Scope | null {
  let scope = game.scope(token.scope);
  for (;;) {
    const holder = scope.parent === null ? undefined : game.state.tokens.get(scope.parent);
    if (holder === undefined) return null;
    if (game.flow.node(holder.at).kind === "transaction") return scope;
    scope = game.scope(holder.scope);
  }
}

/** Whether a scope lies in another one, at whatever depth. */
function isWithin(game: Game, id: number, outer: number): boolean {
  const { parent } = game.scope(id);
  const holder = parent === null ? undefined : game.state.tokens.get(parent);
  return holder !== undefined && (holder.scope === outer || isWithin(game, holder.scope, outer));
}

/** A token and those that hold its scopes. */
function holding(game: Game, token: Token): number[] {
  const { parent } = game.scope(token.scope);
  const holder = parent === null ? undefined : game.state.tokens.get(parent);
  return holder ? [token.id, ...holding(game, holder)] : [token.id];
}
