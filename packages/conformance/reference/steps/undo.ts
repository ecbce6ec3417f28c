import type { BoundaryEvent, EventSubProcess, Node } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Completion, Scope, Token, UndoItem } from "../game/state.ts";

export function noteCompletion(game: Game, scope: Scope, node: Node, parts: Completion["parts"]): void {
  if (!isActivity(node)) return;
  const handled = undoBoundary(game, node.id) !== undefined;
  const undoable =
    parts.length > 0 && (parts.some(({ done }) => done.length > 0) || undoSub(game, node.id) !== undefined);
  if (handled || undoable) scope.done.push({ node: node.id, parts: structuredClone(parts) });
}

export function undoBoundary(game: Game, id: string): BoundaryEvent | undefined {
  return game.flow.boundaries(id).find(({ event }) => event.type === "compensation");
}

export function undoSub(game: Game, container: string): EventSubProcess | undefined {
  if (!game.flow.places.has(container)) return undefined;
  return game.flow
    .eventSubProcesses(game.flow.place(container))
    .find((sub) => game.flow.startIn(game.flow.place(sub.id))?.trigger?.type === "compensation");
}

export function beginUndo(game: Game, token: Token, activity: string | null): void {
  let scope = game.scope(token.scope);
  const holder = scope.parent === null ? undefined : game.state.tokens.get(scope.parent);
  if (holder && game.flow.node(holder.at).kind === "eventSubProcess") scope = game.scope(holder.scope);
  undoIn(game, token, scope, activity);
}

export function undoIn(game: Game, token: Token, scope: Scope, activity: string | null): void {
  const entries = scope.done.filter(({ node }) => activity === null || node === activity);
  scope.done = scope.done.filter((entry) => !entries.includes(entry));
  token.undo = entries.map((entry): UndoItem => ({ do: "entry", scope: scope.id, entry }));
  game.queue(token, { do: "undo" });
}
