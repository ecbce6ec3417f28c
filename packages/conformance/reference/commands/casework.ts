import type { Json } from "@flowright/expressions";
import type { Game } from "../game/game.ts";
import { settle } from "../moves/settle.ts";
import { mayBegin } from "../steps/containers.ts";
import { cancelScope, endScope, maybeEnd } from "../steps/end.ts";
import { askAgain, instancesOf } from "../steps/repeat.ts";

export function startInAdHoc(game: Game, scopeId: number, node: string): void {
  game.enter(game.newToken(game.scope(scopeId), node));
  settle(game);
}

export function finishAdHoc(game: Game, scopeId: number): void {
  const scope = game.scope(scopeId);
  const { container } = game.flow.place(scope.of);
  if (container?.kind === "adHoc" && container.cancelRemaining === false) {
    scope.closing = true;
    maybeEnd(game, scope);
  } else endScope(game, scope);
  settle(game);
}

/** The nodes that people may begin now in an ad-hoc container. */
export function offersIn(game: Game, scopeId: number): string[] {
  const scope = game.scope(scopeId);
  const { container } = game.flow.place(scope.of);
  const oneAtATime = container?.kind === "adHoc" && container.ordering === "sequential";
  if (oneAtATime && game.tokensIn(scope).length > 0) return [];
  return mayBegin(game, scope).map(({ id }) => id);
}

export function addInstances(game: Game, tokenId: number, items: readonly Json[]): void {
  const token = game.token(tokenId);
  const { repetition } = token;
  if (repetition === null) throw new Error("It is not done several times");
  repetition.items.push(...items);
  askAgain(game, token, repetition);
  settle(game);
}

/** Cancels an instance, also before its turn has come; numbers and places of the others stay. */
export function removeInstance(game: Game, tokenId: number, index: number): void {
  const token = game.token(tokenId);
  const { repetition } = token;
  if (repetition === null) throw new Error("It is not done several times");
  const scope = instancesOf(game, token).find(({ instance }) => instance === index);
  if (scope) cancelScope(game, scope);
  else repetition.removed.push(index);
  repetition.terminated++;
  askAgain(game, token, repetition);
  settle(game);
}

/** Numbers of the instances that may be removed. */
export function removableInstances(game: Game, tokenId: number): number[] {
  const token = game.token(tokenId);
  const { repetition } = token;
  if (repetition === null) return [];
  const open = instancesOf(game, token).flatMap(({ instance }) => instance ?? []);
  const toCome = repetition.items.map((_, index) => index + 1).slice(repetition.next);
  const all = [...open, ...toCome.filter((index) => !repetition.removed.includes(index))];
  // The last one who decides stays.
  return game.flow.node(token.at).kind === "approval" && all.length < 2 ? [] : all;
}
