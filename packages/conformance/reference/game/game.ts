import type { Flow } from "../flow.ts";
import { Failure } from "./failure.ts";
import type { CaseState, Move, Scope, Token, Values } from "./state.ts";
import type { Data } from "./values.ts";

/** More moves in one turn than any drawing of the tests needs without going round in a circle. */
export const MOST_MOVES = 1000;

export interface Happening {
  readonly payload?: Values;
  readonly caught?: { readonly code: string; readonly message: string };
}

/**
 * One case while something happens to it: its state, what is around it, and what every part of the game needs. `order`
 * says which of several waiting moves is made next: what the text leaves open. All is scanned anew at every step.
 */
export class Game {
  readonly flow: Flow;
  readonly state: CaseState;
  readonly data: Data;
  readonly membersOf: (role: string) => readonly string[];
  readonly #mover: (game: Game, token: Token, move: Move) => void;
  order: (tokens: readonly number[]) => number = () => 0;
  /** Gateways passed within each other in one move. */
  depth = 0;

  constructor(
    flow: Flow,
    data: Data,
    membersOf: (role: string) => readonly string[],
    state: CaseState,
    mover: (game: Game, token: Token, move: Move) => void,
  ) {
    this.flow = flow;
    this.data = data;
    this.membersOf = membersOf;
    this.state = state;
    this.#mover = mover;
  }

  makeMove(token: Token, move: Move): void {
    this.#mover(this, token, move);
  }

  /** Which of several tokens, or scopes, is next. */
  pick(holders: readonly number[]): number {
    return holders.length > 1 ? this.order(holders) : 0;
  }

  queue(token: Token, move: Move): void {
    this.state.queue.push({ token: token.id, move });
  }

  /** Makes a move that is tried again by itself where it fails. */
  attempt(token: Token, move: Move): void {
    try {
      this.makeMove(token, move);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      this.incident(token, thrown.code, move);
    }
  }

  enter(token: Token): void {
    this.queue(token, { do: "open" });
  }

  id(): number {
    return this.state.next++;
  }

  newToken(scope: Scope, at: string): Token {
    const token: Token = {
      id: this.id(),
      scope: scope.id,
      at,
      tasks: [],
      votes: {},
      job: null,
      lastJob: null,
      call: null,
      child: null,
      repetition: null,
      incident: null,
      undo: null,
      undoFor: null,
      opensAfterUndo: false,
      waitsInPlan: false,
      backTo: null,
      timers: [],
      subs: [],
      conditions: [],
    };
    this.state.tokens.set(token.id, token);
    return token;
  }

  token(id: number): Token {
    const token = this.state.tokens.get(id);
    if (token === undefined) throw new Error("There is no such token");
    return token;
  }

  scope(id: number): Scope {
    const scope = this.state.scopes.get(id);
    if (scope === undefined) throw new Error("There is no such scope");
    return scope;
  }

  holderOrNone({ token, scope }: { token?: number; scope?: number }): Token | Scope | undefined {
    return token === undefined ? this.state.scopes.get(scope ?? -1) : this.state.tokens.get(token);
  }

  holder({ token, scope }: { token?: number; scope?: number }): Token | Scope {
    return token === undefined ? this.scope(scope ?? -1) : this.token(token);
  }

  tokensIn(scope: Scope): Token[] {
    return [...this.state.tokens.values()].filter((token) => token.scope === scope.id);
  }

  /** Where the tokens of a scope stand, and where they go straight back to. */
  standing(scope: Scope): string[] {
    return this.tokensIn(scope).flatMap(({ at, backTo }) => (backTo === null ? [at] : [at, backTo]));
  }

  scopesInnerFirst(): Scope[] {
    const depth = (scope: Scope): number => {
      const holder = scope.parent === null ? undefined : this.state.tokens.get(scope.parent);
      return holder === undefined ? 0 : 1 + depth(this.scope(holder.scope));
    };
    return [...this.state.scopes.values()].sort((one, other) => depth(other) - depth(one));
  }

  incident(token: Token, code: string, retry: Move): void {
    token.incident = { id: this.id(), code, retry };
  }
}
