import type { Node } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Token } from "../game/state.ts";
import { escalate, throwError } from "../steps/catch.ts";
import { cancelToken, clearCounts, endCase, endScope, finishToken, removeToken } from "../steps/end.ts";
import { prepareSending, textToTell } from "../steps/tell.ts";
import { cancelTransaction } from "../steps/transaction.ts";
import { beginUndo } from "../steps/undo.ts";

export function reachEnd(game: Game, token: Token, node: Extract<Node, { kind: "end" }>): void {
  const scope = game.scope(token.scope);
  const result = node.result ?? { type: "none" };
  switch (result.type) {
    case "error":
      throwError(game, token, result.code, textToTell(game, scope, result), { do: "open" });
      return;
    case "escalation":
      if (escalate(game, token, result.code, textToTell(game, scope, result))) return;
      finishToken(game, token);
      return;
    case "message":
      prepareSending(game, scope, "message", result.message)();
      finishToken(game, token);
      return;
    case "signal":
      prepareSending(game, scope, "signal", result.signal)();
      finishToken(game, token);
      return;
    case "compensation":
      beginUndo(game, token, result.activity ?? null);
      return;
    case "terminate":
      game.state.trace.push(`done ${node.id}`);
      for (const other of game.tokensIn(scope)) if (other !== token) cancelToken(game, other);
      clearCounts(scope);
      removeToken(game, token);
      if (scope.parent === null) endCase(game, "terminated");
      else endScope(game, scope);
      return;
    case "cancel":
      cancelTransaction(game, token);
      return;
    default:
      finishToken(game, token);
      return;
  }
}
