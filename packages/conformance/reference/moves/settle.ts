import { Failure } from "../game/failure.ts";
import type { Game } from "../game/game.ts";
import { MOST_MOVES } from "../game/game.ts";
import { atRest } from "./at-rest.ts";
import { makeMove } from "./make-move.ts";

/** Moves until every token waits; then what happens at rest, until nothing more happens. */
export function settle(game: Game): void {
  const { state } = game;
  do {
    while (state.queue.length > 0) {
      const [next] = state.queue.splice(game.pick(state.queue.map(({ token }) => token)), 1);
      const token = next && state.tokens.get(next.token);
      if (next === undefined || token === undefined) continue;
      if (++state.moves > MOST_MOVES) return;
      try {
        makeMove(game, token, next.move);
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        if (state.tokens.has(token.id)) game.incident(token, thrown.code, next.move);
      }
    }
  } while ((state.status === "active" || state.status === "suspended") && atRest(game));
}
