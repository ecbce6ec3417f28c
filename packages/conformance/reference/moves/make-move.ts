import type { Game } from "../game/game.ts";
import type { Move, Token } from "../game/state.ts";
import { endToken } from "../steps/end.ts";
import { instanceDone } from "../steps/repeat.ts";
import { undoNext } from "../steps/undo-next.ts";
import { completeNode } from "./complete-node.ts";
import { arriveAlong, forkAlong, leaveNode } from "./leave-node.ts";
import { openBody, openNode } from "./open-node.ts";

export function makeMove(game: Game, token: Token, move: Move): void {
  switch (move.do) {
    case "open":
      openNode(game, token);
      return;
    case "body":
      openBody(game, token);
      return;
    case "complete":
      completeNode(game, token, move);
      return;
    case "leave":
      leaveNode(game, token, move.outcome);
      return;
    case "fork":
      forkAlong(
        game,
        token,
        move.edges.map((id) => game.flow.edge(id)),
      );
      return;
    case "assign": {
      const node = game.flow.node(token.at);
      if (node.kind !== "scriptTask") return;
      game.data.map(game.state, game.scope(token.scope), node.assignments);
      game.queue(token, { do: "complete" });
      return;
    }
    case "count":
      instanceDone(game, token, game.scope(token.scope), move.outcome);
      return;
    case "arrive":
      arriveAlong(game, token, game.flow.edge(move.edge));
      return;
    case "undo":
      undoNext(game, token);
      return;
    case "nothing":
      // A dead join is told again at rest, if nothing has changed.
      endToken(game, token, false);
      return;
  }
}
