import type { EngineEvent } from "../../contract/event.ts";
import type { TokenState, Waits } from "../../contract/state.ts";
import type { Draft } from "../draft.ts";
import { withoutRow } from "../table.ts";

type EventOf<E extends EngineEvent, K> = E extends EngineEvent ? (K extends E["kind"] ? E : never) : never;

/** The event of a kind. */
export type Of<K extends EngineEvent["kind"]> = EventOf<EngineEvent, K>;

/** What the events of some kinds do to the state. */
export type Applying<K extends EngineEvent["kind"]> = {
  readonly [Kind in K]: (draft: Draft, event: Of<Kind>) => void;
};

export const nothing = (): undefined => undefined;

/** Every id comes from one counter, so the highest that was seen tells the next. */
export function issued(draft: Draft, id: number | null): number {
  const known = id ?? -1;
  if (known >= draft.next) draft.next = known + 1;
  return known;
}

/** Changes what a token waits for. */
export function change(draft: Draft, token: number | null, to: (waits: Waits) => Waits): void {
  const current = draft.tokens[token ?? -1];
  if (current === undefined) return;
  draft.tokens[token ?? -1] = withWaits(current, to(current.w ?? {}));
}

function withWaits({ w: _, ...token }: TokenState, waits: Waits): TokenState {
  for (const _key in waits) return { ...token, w: waits };
  return token;
}

/** A table by nodes without one of them; nothing where none is left. */
export function without<K extends string, V>(
  name: K,
  table: { readonly [node: string]: V } | undefined,
  node: string,
): { [key in K]?: { readonly [node: string]: V } } {
  const { [node]: _, ...rest } = table ?? {};
  for (const _key in rest) return { [name]: rest } as { [key in K]: { readonly [node: string]: V } };
  return {};
}

/** A table of rows without one of them; nothing where none is left. */
export function rowsLeft<K extends string, V>(
  name: K,
  rows: { readonly [id: string]: V } | undefined,
  id: number,
): { [key in K]?: { readonly [id: string]: V } } {
  const left = withoutRow(rows, id);
  return left === undefined ? {} : ({ [name]: left } as { [key in K]: { readonly [id: string]: V } });
}
