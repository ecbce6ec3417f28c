import type { Game } from "../game/game.ts";
import type { Completion, Token } from "../game/state.ts";
import { cancelScope, finishToken } from "./end.ts";
import { beginEventSubProcess } from "./happen.ts";
import { openScope } from "./listen.ts";
import { leaveTransaction } from "./transaction.ts";
import { undoBoundary, undoSub } from "./undo.ts";

export function undoNext(game: Game, token: Token): void {
  const item = token.undo?.pop();
  if (item === undefined) {
    token.undo = null;
    undone(game, token);
  } else if (item.do === "close") {
    const scope = game.state.scopes.get(item.scope);
    if (scope) cancelScope(game, scope);
    game.queue(token, { do: "undo" });
  } else if (item.do === "part") undoPart(game, token, item.node, item.part);
  else undoEntry(game, token, item.entry, item.scope);
}

function undoEntry(game: Game, token: Token, entry: Completion, scopeId: number): void {
  const boundary = undoBoundary(game, entry.node);
  const scope = game.state.scopes.get(scopeId);
  if (boundary && scope) {
    const handler = game.newToken(scope, boundary.id);
    handler.undoFor = token.id;
    game.queue(handler, { do: "leave" });
    return;
  }
  for (const part of entry.parts) token.undo?.push({ do: "part", node: entry.node, part });
  game.queue(token, { do: "undo" });
}

function undoPart(game: Game, token: Token, node: string, part: Completion["parts"][number]): void {
  const scope = openScope(game, node, token, structuredClone(part.vars), true);
  scope.done = structuredClone(part.done);
  token.undo?.push({ do: "close", scope: scope.id });
  const sub = undoSub(game, node);
  if (sub) {
    beginEventSubProcess(game, scope, { ...sub }, {});
    for (const holder of game.tokensIn(scope)) holder.undoFor = token.id;
    return;
  }
  for (const entry of scope.done) token.undo?.push({ do: "entry", scope: scope.id, entry });
  scope.done = [];
  game.queue(token, { do: "undo" });
}

export function undone(game: Game, token: Token): void {
  const node = game.flow.node(token.at);
  if (token.opensAfterUndo) {
    token.opensAfterUndo = false;
    game.enter(token);
  } else if (node.kind !== "end") game.queue(token, { do: "leave" });
  else if (node.result?.type === "cancel") leaveTransaction(game, token);
  else finishToken(game, token);
}
