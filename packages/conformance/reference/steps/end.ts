import type { Game } from "../game/game.ts";
import type { Listening, Scope, Token } from "../game/state.ts";

/** A token comes to its end in its scope; `over`: an ad-hoc container has enough with that. */
export function endToken(game: Game, token: Token, over: boolean): void {
  const scope = game.scope(token.scope);
  const { container } = game.flow.place(scope.of);
  removeToken(game, token);
  if (over && container?.kind === "adHoc" && container.cancelRemaining !== false) endScope(game, scope);
  else {
    if (over) scope.closing = true;
    maybeEnd(game, scope);
  }
}

/** Asked where a token comes to its end; false for what is not ad-hoc. */
export function isAdHocOver(game: Game, token: Token): boolean {
  const scope = game.scope(token.scope);
  const { container } = game.flow.place(scope.of);
  if (container?.kind !== "adHoc" || scope.instance !== null || token.undoFor !== null) return false;
  if (container.completion === undefined || scope.closing) return false;
  return game.data.condition(game.state, scope, container.completion);
}

export function removeToken(game: Game, token: Token): void {
  game.state.tokens.delete(token.id);
  const { undoFor } = token;
  if (undoFor === null) return;
  const thrower = game.state.tokens.get(undoFor);
  const more = [...game.state.tokens.values()].some((other) => other.undoFor === undoFor);
  if (thrower?.undo && !more) game.queue(thrower, { do: "undo" });
}

/** A scope ends when its last token is gone and nothing is counted. */
export function maybeEnd(game: Game, scope: Scope): void {
  if (!game.state.scopes.has(scope.id) || scope.revived) return;
  const { container, nodes } = game.flow.place(scope.of);
  if (container?.kind === "plan") {
    const open = nodes.filter((node) => scope.finished[node.id] === undefined);
    if (open.every((node) => "optional" in node && node.optional === true)) endScope(game, scope);
    return;
  }
  if (game.tokensIn(scope).length > 0) return;
  if (Object.keys(scope.counted).length > 0 && !scope.closing) return;
  const goesOn = container?.kind === "adHoc" && container.start !== "all" && !scope.closing;
  if (goesOn && !scope.handled) return;
  endScope(game, scope);
}

export function endScope(game: Game, scope: Scope): void {
  const holder = scope.parent === null ? undefined : game.state.tokens.get(scope.parent);
  // Of one of several times, its item and its number are among its data.
  const instance = holder === undefined ? undefined : game.scope(holder.scope);
  const own = instance?.instance === null ? {} : instance?.vars;
  const part = { vars: structuredClone({ ...own, ...scope.vars }), done: structuredClone(scope.done) };
  if (holder === undefined) {
    endCase(game, "completed");
    return;
  }
  cancelScope(game, scope);
  holder.child = null;
  const node = game.flow.node(holder.at);
  if (node.kind === "eventSubProcess") {
    game.state.trace.push(`done ${node.id}`);
    endToken(game, holder, isAdHocOver(game, holder));
    return;
  }
  holder.repetition = {
    items: [],
    standard: false,
    next: 0,
    completed: 0,
    terminated: 0,
    outcome: null,
    removed: [],
    results: [],
    parts: [part],
  };
  game.queue(holder, { do: "complete" });
}

export function endCase(game: Game, status: "completed" | "terminated" | "cancelled"): void {
  game.state.status = status;
  if (game.state.queue.length > 0) game.state.cutShort = true;
  game.state.queue = [];
  game.state.tokens.clear();
  for (const scope of [...game.state.scopes.values()])
    if (scope.parent !== null) game.state.scopes.delete(scope.id);
  for (const scope of game.state.scopes.values()) {
    stopListening(scope);
    clearCounts(scope);
    scope.done = [];
  }
}

export function cancelScope(game: Game, scope: Scope): void {
  for (const token of game.tokensIn(scope)) cancelToken(game, token);
  game.state.scopes.delete(scope.id);
}

export function cancelToken(game: Game, token: Token): void {
  if (game.state.queue.some((next) => next.token === token.id)) game.state.cutShort = true;
  closeAll(game, token);
  removeToken(game, token);
}

/** Ends everything that a token waits for, what goes on inside included. */
export function closeAll(game: Game, token: Token): void {
  for (const scope of [...game.state.scopes.values()])
    if (scope.parent === token.id) cancelScope(game, scope);
  for (const other of [...game.state.tokens.values()]) {
    if (token.undo && other.undoFor === token.id) game.state.tokens.delete(other.id);
  }
  game.state.queue = game.state.queue.filter((next) => next.token !== token.id);
  stopListening(token);
  const nothing = {
    tasks: [],
    votes: {},
    job: null,
    lastJob: null,
    call: null,
    child: null,
    incident: null,
    undo: null,
  };
  Object.assign(token, nothing, { waitsInPlan: false, repetition: null });
}

export function clearCounts(scope: Scope): void {
  scope.counted = {};
  scope.silent = {};
}

export function stopListening(holder: Listening): void {
  holder.timers = [];
  holder.subs = [];
  holder.conditions = [];
}

export function finishToken(game: Game, token: Token): void {
  const over = isAdHocOver(game, token);
  game.state.trace.push(`done ${token.at}`);
  endToken(game, token, over);
}
