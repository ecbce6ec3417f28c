import type { Json } from "@flowright/expressions";
import type { Game } from "../game/game.ts";
import type { Values } from "../game/state.ts";
import { nextDue } from "../game/timers.ts";
import { settle } from "../moves/settle.ts";
import { escalate, throwError } from "../steps/catch.ts";
import { happen } from "../steps/happen.ts";
import { isInterrupting, timerRule } from "../steps/listen.ts";

export function completeJob(game: Game, tokenId: number, result: Values): void {
  const token = game.token(tokenId);
  token.job = null;
  game.queue(token, { do: "complete", payload: { result: result as Json } });
  settle(game);
}

export function failJob(game: Game, tokenId: number, code: string | null, message: string): void {
  const token = game.token(tokenId);
  token.job = null;
  if (code === null) game.incident(token, "job.failed", { do: "body" });
  else throwError(game, token, code, message, { do: "body" });
  settle(game);
}

export function completeCall(game: Game, tokenId: number, result: Values): void {
  const token = game.token(tokenId);
  token.call = null;
  game.queue(token, { do: "complete", payload: { result: result as Json } });
  settle(game);
}

export function failCall(game: Game, tokenId: number, code: string | null, message: string): void {
  const token = game.token(tokenId);
  token.call = null;
  if (code === null) game.incident(token, "call.failed", { do: "body" });
  else throwError(game, token, code, message, { do: "body" });
  settle(game);
}

export function escalateCall(game: Game, tokenId: number, code: string, message: string): void {
  escalate(game, game.token(tokenId), code, message);
  settle(game);
}

/** A timer is due: `place` is where it waits. */
export function fireTimer(game: Game, place: { token?: number; scope?: number }, timerId: number): void {
  const holder = game.holder(place);
  const timer = holder.timers.find(({ id }) => id === timerId);
  if (timer === undefined) throw new Error("The timer is not open");
  holder.timers = holder.timers.filter((other) => other !== timer);
  if (!isInterrupting(game, timer.node)) {
    const next = nextDue(timerRule(game, timer.node), timer);
    if (next) holder.timers.push({ id: game.id(), node: timer.node, ...next });
  }
  happen(game, place, timer.node, {});
  settle(game);
}

export function deliverEvent(
  game: Game,
  place: { token?: number; scope?: number },
  subscriptionId: number,
  data: Values,
): void {
  const holder = game.holder(place);
  const sub = holder.subs.find(({ id }) => id === subscriptionId);
  if (sub === undefined) throw new Error("Nothing waits for this");
  holder.subs = holder.subs.filter((other) => other !== sub);
  if (!isInterrupting(game, sub.node)) holder.subs.push({ ...sub, id: game.id() });
  happen(game, place, sub.node, { payload: { [sub.type]: data as Json } });
  settle(game);
}
