import type { Edge, Timer as TimerRule } from "@flowright/definition";
import type { Place } from "../flow.ts";
import type { Game } from "../game/game.ts";
import type { Scope } from "../game/state.ts";
import { firstDue } from "../game/timers.ts";
import { maybeEnd } from "./end.ts";
import { ONCE, TEXT } from "./listen.ts";

export function openPlan(game: Game, scope: Scope, place: Place): void {
  for (const { id } of place.nodes) game.newToken(scope, id).waitsInPlan = true;
  freeSteps(game, scope);
  maybeEnd(game, scope);
}

/** Opens the steps of a plan whose dependencies are done, after the longest lag that is left. */
export function freeSteps(game: Game, scope: Scope): void {
  for (const token of game.tokensIn(scope)) {
    if (!token.waitsInPlan || token.timers.length > 0) continue;
    const awaited = game.flow.incoming(token.at);
    if (!awaited.every(({ source }) => scope.finished[source] !== undefined)) continue;
    token.waitsInPlan = false;
    const due =
      awaited
        .map((edge) => afterLag(game, scope, edge))
        .sort()
        .at(-1) ?? game.state.now;
    if (due > game.state.now) {
      token.waitsInPlan = true;
      token.timers.push({ id: game.id(), node: token.at, due, ...ONCE });
    } else game.enter(token);
  }
}

function afterLag(game: Game, scope: Scope, edge: Edge): string {
  const finished = scope.finished[edge.source] ?? game.state.now;
  const lag = edge.dependency?.lag;
  if (lag === undefined) return finished;
  const rule: TimerRule = { type: "timer", duration: lag };
  return firstDue(rule, finished, (source) => game.data.json(game.state, scope, source, {}, TEXT)).due;
}
