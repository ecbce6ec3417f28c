import type { Game } from "../game/game.ts";
import type { Scope, Token, UndoItem } from "../game/state.ts";
import { settle } from "../moves/settle.ts";
import { cancelToken, closeAll } from "../steps/end.ts";

/** Steps that a task may be returned to: people's steps of its scope or around it that lead to where it stands. */
export function returnTargets(game: Game, tokenId: number): string[] {
  const targets: string[] = [];
  let token: Token | undefined = game.token(tokenId);
  while (token !== undefined && token.undoFor === null) {
    const scope = game.scope(token.scope);
    const { at } = token;
    const { container, nodes } = game.flow.place(scope.of);
    const ordered = container?.kind !== "plan" && container?.kind !== "adHoc";
    // What becomes of branches that a complex gateway awaits in silence is not written down.
    const silent = Object.keys(scope.silent).length > 0;
    if (scope.instance === null && !scope.revived && ordered && !silent) {
      const steps = nodes.filter(({ kind }) => kind === "userTask" || kind === "approval");
      targets.push(...steps.flatMap(({ id }) => (game.flow.leadsTo(id, at) && id !== at ? [id] : [])));
    }
    token = scope.parent === null ? undefined : game.state.tokens.get(scope.parent);
  }
  return targets;
}

export function returnTo(game: Game, tokenId: number, to: string, way: "walk" | "jump"): void {
  const token = game.token(tokenId);
  if (way === "jump") {
    const from = token.at;
    closeAll(game, token);
    token.at = to;
    token.backTo = from;
    game.enter(token);
  } else walkBack(game, token, to);
  settle(game);
}

function walkBack(game: Game, from: Token, to: string): void {
  const place = game.flow.placeOf(to).id;
  let scope = game.scope(from.scope);
  while (scope.of !== place || scope.instance !== null) {
    scope = game.scope(game.token(scope.parent ?? -1).scope);
  }
  const ahead = game.flow.edgesAhead(to, null);
  const after = new Set([to, ...nodesAhead(game, to)]);
  for (const token of game.tokensIn(scope)) if (after.has(token.at)) cancelToken(game, token);
  for (const [join, counts] of Object.entries(scope.counted)) {
    for (const edge of Object.keys(counts)) if (ahead.has(edge)) delete counts[edge];
    if (Object.keys(counts).length === 0) delete scope.counted[join];
  }
  giveBack(game, scope, ahead, after);
  const token = game.newToken(scope, to);
  token.undo = scope.done
    .filter(({ node }) => after.has(node))
    .map((entry): UndoItem => ({ do: "entry", scope: scope.id, entry }));
  scope.done = scope.done.filter(({ node }) => !after.has(node));
  token.opensAfterUndo = true;
  game.queue(token, { do: "undo" });
}

/** Parallel joins ahead get back what branches had delivered that nothing else can deliver again. */
function giveBack(game: Game, scope: Scope, ahead: ReadonlySet<string>, after: ReadonlySet<string>): void {
  for (const { id, kind } of game.flow.place(scope.of).nodes) {
    if (kind !== "parallel" || !after.has(id) || !game.flow.isJoin(id)) continue;
    const standing = [...game.standing(scope), ...Object.keys(scope.counted)];
    for (const edge of game.flow.incoming(id)) {
      if (ahead.has(edge.id) || scope.counted[id]?.[edge.id]) continue;
      if (standing.some((at) => at !== id && game.flow.edgesAhead(at, id).has(edge.id))) continue;
      scope.counted[id] = { ...scope.counted[id], [edge.id]: 1 };
    }
  }
}

/** What can come after a node: targets of edges, boundary events and links on the way. */
function nodesAhead(game: Game, from: string): string[] {
  const targets = [...game.flow.edgesAhead(from, null)].map((id) => game.flow.edge(id).target);
  const sources = [...game.flow.edgesAhead(from, null)].map((id) => game.flow.edge(id).source);
  return [...targets, ...sources];
}
