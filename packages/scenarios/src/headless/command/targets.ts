import { type InstanceState, statusOf, type Wait, waitsOf } from "@flowright/engine";
import type { AloneCase, World } from "../../alone/world.ts";
import { tokensAt } from "../../run/waits-at.ts";

/** A case by its number in the run, from 1. */
export interface NumberedCase {
  readonly one: AloneCase;
  readonly name: string;
}

/** Cases under way that a scope can mean, the oldest first. */
export function casesFor(world: World, scope: string | undefined): NumberedCase[] {
  return world.cases
    .map((one, index) => ({ one, name: String(index + 1) }))
    .filter(({ one }) => ["active", "suspended"].includes(statusOf(one.state)))
    .filter(({ name }) => scope === undefined || scope === name || scope.startsWith(`${name}.`));
}

/** Whether a scope of a case is the one meant, or lies in it. */
export function isWithin(
  state: InstanceState,
  inner: number,
  { name }: NumberedCase,
  meant: string | undefined,
): boolean {
  if (meant === undefined || meant === name) return true;
  for (let id: number | null = inner; id !== null; ) {
    if (meant === `${name}.${id}`) return true;
    const parent: number | null = state.scopes[id]?.parent ?? null;
    id = parent === null ? null : (state.tokens[parent]?.s ?? null);
  }
  return false;
}

/** The oldest wait at a node of one of some kinds, as far as a scope narrows it. */
export function oldestWait(
  world: World,
  node: string,
  kinds: readonly Wait["kind"][],
  scope: string | undefined,
): { readonly found: NumberedCase; readonly wait: Wait } | null {
  for (const found of casesFor(world, scope)) {
    const { state } = found.one;
    const [wait] = waitsOf(state)
      .filter((one) => one.node === node && one.announced === undefined && kinds.includes(one.kind))
      .filter((one) => isWithin(state, one.scope, found, scope))
      .sort((a, b) => a.id - b.id);
    if (wait !== undefined) return { found, wait };
  }
  return null;
}

/** The oldest token at a node that is under way. */
export function oldestToken(
  world: World,
  node: string,
  scope: string | undefined,
): { readonly found: NumberedCase; readonly token: number } | null {
  for (const found of casesFor(world, scope)) {
    const { state } = found.one;
    const [token] = tokensAt(state, node)
      .filter((id) => state.tokens[id]?.w?.incident === undefined)
      .filter((id) => isWithin(state, state.tokens[id]?.s ?? 0, found, scope))
      .sort((a, b) => a - b);
    if (token !== undefined) return { found, token };
  }
  return null;
}

/** The oldest token whose event listens for a condition at a node. */
export function oldestCondition(world: World, node: string, scope: string | undefined): NumberedCase | null {
  for (const found of casesFor(world, scope)) {
    const { state } = found.one;
    const listens = Object.values(state.tokens).some(
      ({ s, w }) =>
        w?.conds !== undefined && Object.hasOwn(w.conds, node) && isWithin(state, s, found, scope),
    );
    if (listens) return found;
  }
  return null;
}
