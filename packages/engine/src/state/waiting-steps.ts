import type { InstanceState, ScopeState, TokenState, WaitingStep } from "../contract/state.ts";
import { tableOf } from "./table.ts";

type Table<V> = { [id: string]: V };
type Tokens = Readonly<Table<TokenState>>;
type Scopes = Readonly<Table<ScopeState>>;

/** The state as it is stored: steps of plans that only wait for others are short lists in their scopes. */
export function stored(draft: InstanceState): InstanceState {
  let tokens: Table<TokenState> | null = null;
  let scopes: Table<ScopeState> | null = null;
  for (const id in draft.tokens) {
    const token = draft.tokens[id] as TokenState;
    const step = waitingStep(Number(id), token);
    const scope: ScopeState | undefined = (scopes ?? draft.scopes)[token.s];
    if (step === null || scope === undefined) continue;
    scopes ??= tableOf(draft.scopes);
    tokens ??= tableOf(draft.tokens);
    scopes[token.s] = { ...scope, ahead: [...(scope.ahead ?? []), step] };
    delete tokens[id];
  }
  return tokens === null || scopes === null ? draft : { ...draft, scopes, tokens };
}

/** The token in its short form; null where it does anything else than wait for other steps. */
function waitingStep(id: number, { n, s: _, w, ...more }: TokenState): WaitingStep | null {
  if (w?.ahead === undefined) return null;
  const { ahead, ...other } = w;
  const { task = null, ...free } = ahead;
  for (const rest of [more, other, free]) if (Object.keys(rest).length > 0) return null;
  return task === id + 1 ? [id, n] : [id, n, task];
}

/** All tokens of a stored state by their ids, those of waiting steps included. */
export function tokensOf({ scopes, tokens }: Pick<InstanceState, "scopes" | "tokens">): Tokens {
  let all: Table<TokenState> | null = null;
  for (const id in scopes) {
    for (const [token, n, task = token + 1] of scopes[id]?.ahead ?? []) {
      all ??= tableOf(tokens);
      all[token] = { s: Number(id), n, w: { ahead: task === null ? {} : { task } } };
    }
  }
  return all ?? tokens;
}

/** The scopes without what is stored of waiting steps. */
function scopesOf(scopes: Scopes): Scopes {
  let all: Table<ScopeState> | null = null;
  for (const id in scopes) {
    const { ahead, ...scope } = scopes[id] as ScopeState;
    if (ahead === undefined) continue;
    all ??= tableOf(scopes);
    all[id] = scope;
  }
  return all ?? scopes;
}

/** A stored state in which every token stands among the tokens. */
export function unfolded(state: InstanceState): InstanceState {
  const tokens = tokensOf(state);
  return tokens === state.tokens ? state : { ...state, scopes: scopesOf(state.scopes), tokens };
}
