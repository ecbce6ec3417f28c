import type { BoundaryEvent, EventSubProcess } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Move, Scope, Token } from "../game/state.ts";
import { endCase } from "./end.ts";
import { beginEventSubProcess, leaveByBoundary } from "./happen.ts";

/** Who catches an error or an escalation. */
export type Catcher =
  | { readonly token: Token; readonly boundary: BoundaryEvent }
  | { readonly scope: Scope; readonly sub: EventSubProcess };

export function throwError(game: Game, token: Token, code: string, message: string, retry: Move): void {
  const catcher = findCatcher(game, token, "error", code);
  if (catcher !== null) reachCatcher(game, catcher, code, message);
  else if (game.state.called) endCase(game, "terminated");
  else game.incident(token, "error.uncaught", retry);
}

/** Gives whether the thrower was cancelled by it. */
export function escalate(game: Game, token: Token, code: string, message: string): boolean {
  const catcher = findCatcher(game, token, "escalation", code);
  if (catcher !== null) reachCatcher(game, catcher, code, message);
  return (
    !game.state.tokens.has(token.id) || (catcher !== null && "token" in catcher && catcher.token === token)
  );
}

function reachCatcher(game: Game, catcher: Catcher, code: string, message: string): void {
  const happening = { caught: { code, message } };
  if ("sub" in catcher) beginEventSubProcess(game, catcher.scope, catcher.sub, happening);
  else {
    const { boundary } = catcher;
    const interrupting = boundary.event.type === "error" ? true : boundary.interrupting !== false;
    leaveByBoundary(game, catcher.token, { ...boundary, interrupting }, happening);
  }
}

function findCatcher(game: Game, from: Token, type: "error" | "escalation", code: string): Catcher | null {
  let token: Token | undefined = from;
  while (token !== undefined) {
    const scope = game.scope(token.scope);
    if (scope.instance === null) {
      const boundary = byCode(
        game.flow.boundaries(token.at).map((it) => ({ it, event: it.event })),
        type,
        code,
      );
      if (boundary) return { token, boundary };
      const outOfOne: boolean = game.flow.node(token.at).kind === "eventSubProcess";
      const sub = outOfOne || scope.handled ? null : listeningSub(game, scope, type, code);
      if (sub) return { scope, sub };
    }
    token = scope.parent === null ? undefined : game.state.tokens.get(scope.parent);
  }
  return null;
}

function listeningSub(
  game: Game,
  scope: Scope,
  type: "error" | "escalation",
  code: string,
): EventSubProcess | null {
  if (scope.revived) return null;
  return byCode(
    game.flow
      .eventSubProcesses(game.flow.place(scope.of))
      .map((it) => ({ it, event: game.flow.startIn(game.flow.place(it.id))?.trigger })),
    type,
    code,
  );
}

export function byCode<T>(
  all: readonly { it: T; event: { type: string; code?: string } | undefined }[],
  type: string,
  code: string,
): T | null {
  const fit = all.filter(({ event }) => event?.type === type);
  const named = fit.find(({ event }) => event?.code === code);
  return (named ?? fit.find(({ event }) => event?.code === undefined))?.it ?? null;
}
