import type { Edge, Node } from "@flowright/definition";
import { Failure } from "../game/failure.ts";
import type { Game } from "../game/game.ts";
import { MOST_MOVES } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { closeAll, endToken, isAdHocOver, maybeEnd, removeToken } from "../steps/end.ts";
import { countAtJoin } from "../steps/joins.ts";
import { freeSteps } from "../steps/plan.ts";
import { noteCompletion } from "../steps/undo.ts";

/** Most gateways that are passed in one move. */
const DEEPEST = 100;

export function leaveNode(game: Game, token: Token, outcome: string | undefined): void {
  const node = game.flow.node(token.at);
  const scope = game.scope(token.scope);
  const edges = edgesOn(game, scope, node, outcome);
  const over = edges.length === 0 && isAdHocOver(game, token);
  const parts = token.repetition?.parts ?? [];
  closeAll(game, token);
  noteCompletion(game, scope, node, parts);
  game.state.trace.push(`done ${node.id}`);
  const link = game.flow.linkTarget(node.id);
  if (link) {
    token.at = link.id;
    game.queue(token, { do: "leave" });
    return;
  }
  const place = game.flow.place(scope.of);
  if (place.container?.kind === "plan") {
    // A boundary event that interrupts a step of a plan ends it like its completion.
    const step = node.kind === "boundary" ? node.attachedTo : node.id;
    if (node.kind !== "boundary" || node.interrupting !== false) scope.finished[step] = game.state.now;
    removeToken(game, token);
    freeSteps(game, scope);
    maybeEnd(game, scope);
  } else if (token.backTo !== null) {
    token.at = token.backTo;
    token.backTo = null;
    game.enter(token);
  } else takeEdges(game, token, edges, over);
}

function edgesOn(game: Game, scope: Scope, node: Node, outcome: string | undefined): Edge[] {
  const edges = game.flow.outgoing(node.id);
  if (game.flow.place(scope.of).container?.kind === "plan") return [];
  switch (node.kind) {
    case "exclusive":
      return oneEdgeOf(game, scope, edges);
    case "inclusive":
    case "complex":
      return severalEdgesOf(game, scope, edges);
    case "approval": {
      const drawn = edges.filter((edge) => edge.outcome === outcome);
      const open = drawn.length > 0 ? drawn : edges.filter((edge) => edge.outcome === undefined);
      if (open.length === 0 && edges.length > 0) throw new Failure("outcome.no-edge");
      return open;
    }
    default:
      return edges;
  }
}

/** The first edge whose condition holds; else the default. */
function oneEdgeOf(game: Game, scope: Scope, edges: readonly Edge[]): Edge[] {
  for (const edge of edges) {
    if (edge.default === true) continue;
    if (edge.condition === undefined || game.data.condition(game.state, scope, edge.condition)) return [edge];
  }
  const rest = edges.find((edge) => edge.default === true);
  if (rest === undefined && edges.length > 0) throw new Failure("choice.none-holds");
  return rest ? [rest] : [];
}

/** All edges whose condition holds, and those without; else the default. All are asked before one is taken. */
function severalEdgesOf(game: Game, scope: Scope, edges: readonly Edge[]): Edge[] {
  const chosen = edges.filter(
    ({ condition, default: rest }) =>
      rest !== true && (condition === undefined || game.data.condition(game.state, scope, condition)),
  );
  const taken = chosen.length > 0 ? chosen : edges.filter((edge) => edge.default === true);
  if (taken.length === 0 && edges.length > 0) throw new Failure("choice.none-holds");
  return taken;
}

function takeEdges(game: Game, token: Token, edges: readonly Edge[], over: boolean): void {
  if (edges.length === 0) endToken(game, token, over);
  else if (edges.length === 1) forkAlong(game, token, edges);
  else game.queue(token, { do: "fork", edges: edges.map(({ id }) => id) });
}

/** The token goes on by the first edge, new ones by the others. */
export function forkAlong(game: Game, token: Token, edges: readonly Edge[]): void {
  const scope = game.scope(token.scope);
  for (const [index, edge] of edges.entries()) {
    const one = index === 0 ? token : game.newToken(scope, edge.source);
    one.undoFor = token.undoFor;
    game.state.trace.push(`edge ${edge.id}`);
    if (game.flow.isJoin(edge.target)) game.queue(one, { do: "arrive", edge: edge.id });
    else arriveAlong(game, one, edge);
  }
}

export function arriveAlong(game: Game, token: Token, edge: Edge): void {
  if (game.flow.isJoin(edge.target)) countAtJoin(game, token, edge);
  else {
    token.at = edge.target;
    if (isPassed(game, edge.target)) passGateway(game, token);
    else game.enter(token);
  }
}

/** Gateways that wait for nothing and ask for one way at most are no stops; at others a token may be cancelled. */
function isPassed(game: Game, id: string): boolean {
  return ["exclusive", "parallel"].includes(game.flow.node(id).kind);
}

function passGateway(game: Game, token: Token): void {
  if (++game.state.moves > MOST_MOVES) return;
  // Choices that go round in a circle would go ever deeper.
  if (game.depth > DEEPEST) {
    game.queue(token, { do: "leave" });
    return;
  }
  game.depth++;
  game.attempt(token, { do: "leave" });
  game.depth--;
}
