import type { Game } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { settle } from "../moves/settle.ts";
import { mayBegin } from "../steps/containers.ts";
import { cancelToken } from "../steps/end.ts";

/** What may be repaired by hand in one scope: one token ends, one node begins, or both. */
export interface Repair {
  readonly cancel: string | null;
  readonly start: string | null;
}

/** What stands at one node ends, another node begins; nothing follows from that by itself. */
export function modify(game: Game, scopeId: number, { cancel, start }: Repair): void {
  const scope = game.scope(scopeId);
  const token = game.tokensIn(scope).find(({ at }) => at === cancel);
  if (token) cancelToken(game, token);
  if (start !== null) game.enter(game.newToken(scope, start));
  settle(game);
}

/** The repairs that leave something to do, and a plan what it needs. */
export function repairs(game: Game, scope: Scope): Repair[] {
  if (scope.instance !== null || scope.revived) return [];
  const tokens = game.tokensIn(scope);
  const alone = tokens.filter(({ at }) => tokens.filter((other) => other.at === at).length === 1);
  const cancels = [null, ...alone];
  const starts = [
    null,
    ...game.flow
      .place(scope.of)
      .nodes.filter(canBegin)
      .map(({ id }) => id),
  ];
  return cancels.flatMap((token) =>
    starts.flatMap((start) => {
      const isAllowed = (token !== null || start !== null) && leavesEnough(game, scope, token, start);
      return isAllowed ? [{ cancel: token?.at ?? null, start }] : [];
    }),
  );
}

function canBegin({ kind }: { readonly kind: string }): boolean {
  return kind !== "eventSubProcess" && kind !== "boundary";
}

function leavesEnough(game: Game, scope: Scope, token: Token | null, start: string | null): boolean {
  const { container } = game.flow.place(scope.of);
  if (container?.kind === "plan") {
    // What becomes of a step that is done and begins once more is not written down.
    if (start !== null) return token?.at === start;
    const step = token === null ? undefined : game.flow.node(token.at);
    const isOptional = step !== undefined && "optional" in step && step.optional === true;
    return isOptional && !isAwaited(game, scope, step.id);
  }
  if (token === null || start !== null) return true;
  const gone = goneWith(game, token);
  return [...gone].every((one) => {
    const place = game.state.scopes.get(one.scope);
    if (place === undefined || [...gone].some(({ id }) => id === place.parent)) return true;
    const goesOn = mayBegin(game, place).length > 0 || place.revived;
    return goesOn || Object.keys(place.counted).length > 0 || works(game, place, gone);
  });
}

/** Whether a step of a plan that waits still waits for another one. */
function isAwaited(game: Game, scope: Scope, step: string): boolean {
  const waiting = game.tokensIn(scope).filter(({ waitsInPlan }) => waitsInPlan);
  return waiting.some(({ at }) => game.flow.incoming(at).some(({ source }) => source === step));
}

function works(game: Game, scope: Scope, gone: ReadonlySet<Token>): boolean {
  return game.tokensIn(scope).some((token) => !gone.has(token));
}

/** A token, what is inside of it, and what undoes something for it. */
function goneWith(game: Game, token: Token): Set<Token> {
  const gone = new Set<Token>([token]);
  for (const one of gone)
    for (const other of game.state.tokens.values())
      if (other.undoFor === one.id || game.scope(other.scope).parent === one.id) gone.add(other);
  return gone;
}
