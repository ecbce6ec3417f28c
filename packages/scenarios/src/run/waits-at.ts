import { findNode, type WorkflowDefinition } from "@flowright/definition";
import { type InstanceState, type Json, standingOf, type Wait, waitsOf } from "@flowright/engine";
import { sameJson } from "./compare-case.ts";

/** A node, and of one that is done several times the instance meant: by its item, or its number from 1. */
export interface Sought {
  readonly node: string;
  readonly item?: Json | undefined;
  readonly index?: number | undefined;
}

/** The waits of one kind at a node, oldest first. */
export function waitsAt(
  definition: WorkflowDefinition,
  state: InstanceState,
  kind: Wait["kind"],
  sought: Sought,
): Wait[] {
  return waitsOf(state)
    .filter((wait) => wait.kind === kind && wait.node === sought.node)
    .filter((wait) => isOfInstance(definition, state, wait.scope, sought))
    .sort((a, b) => a.id - b.id);
}

/** Whether a scope lies in the instance meant, or is it. */
function isOfInstance(
  definition: WorkflowDefinition,
  state: InstanceState,
  scope: number,
  { item, index }: Sought,
): boolean {
  if (item === undefined && index === undefined) return true;
  for (let id: number | null = scope; id !== null; ) {
    const inside: InstanceState["scopes"][string] | undefined = state.scopes[id];
    if (inside === undefined) return false;
    if (inside.i !== undefined) {
      const is = inside.vars[itemName(definition, inside.node)];
      if (index !== undefined ? inside.i + 1 === index : sameJson(is, item)) return true;
    }
    id = inside.parent === null ? null : (state.tokens[inside.parent]?.s ?? null);
  }
  return false;
}

/** The variable that holds the item of each instance. */
function itemName(definition: WorkflowDefinition, node: string | null): string {
  const found = node === null ? null : findNode(definition, node)?.node;
  const loop = found !== null && found !== undefined && "loop" in found ? found.loop : undefined;
  return loop?.type === "multiInstance" ? (loop.item ?? "item") : "item";
}

/** The tokens that stand at a node, oldest first. */
export function tokensAt(state: InstanceState, node: string): number[] {
  return standingOf(state).flatMap((standing) => (standing.node === node ? [standing.token] : []));
}

/** The open scope of a container; null where it is not under way. */
export function scopeOf(state: InstanceState, container: string): number | null {
  const found = Object.entries(state.scopes).find(
    ([, scope]) => scope.node === container && scope.i === undefined,
  );
  return found === undefined ? null : Number(found[0]);
}
