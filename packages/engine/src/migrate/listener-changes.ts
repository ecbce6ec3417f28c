import type { InstanceState } from "../contract/state.ts";
import type { NodeProgram, ScopeProgram } from "../program/program.ts";
import { isSameEvent } from "./event-changes.ts";
import type { Mapping } from "./mapping.ts";

/** What changes for the event sub-processes that listen in one scope. */
export interface ListenerChange {
  readonly scope: number;
  readonly inside: ScopeProgram;
  /** Tokens that listen for something that the new version no longer has. */
  readonly closes: readonly number[];
  /** Event sub-processes of the new version that begin to listen. */
  readonly opens: readonly NodeProgram[];
}

/** What changes for event sub-processes, in scopes where they still listen. */
export function listenerChanges(mapping: Mapping, state: InstanceState): ListenerChange[] {
  return Object.keys(state.scopes)
    .map(Number)
    .flatMap((scope) => {
      const inside = mapping.scope(state, scope);
      const { handled, again, node = null } = state.scopes[scope] ?? {};
      if (inside === undefined || handled || again) return [];
      const before = node === null ? mapping.from.root : mapping.from.nodes.get(node)?.child;
      return before == null ? [] : [changeIn(mapping, state, scope, before, inside)];
    });
}

function changeIn(
  mapping: Mapping,
  state: InstanceState,
  scope: number,
  before: ScopeProgram,
  inside: ScopeProgram,
): ListenerChange {
  const closes: number[] = [];
  const kept = new Set<NodeProgram>();
  const replaced = new Set<NodeProgram>();
  for (const [id, { s, l, n }] of Object.entries(state.tokens)) {
    if (s !== scope || l === undefined) continue;
    const target = mapping.node(n);
    const stays = target !== undefined && inside.listeners.includes(target);
    if (stays && !kept.has(target) && listensForTheSame(mapping, n, target)) {
      kept.add(target);
      continue;
    }
    closes.push(Number(id));
    if (stays) replaced.add(target);
  }
  const known = new Set(before.listeners.map(({ id }) => mapping.node(id)));
  const opens = inside.listeners.filter((one) => !kept.has(one) && (replaced.has(one) || !known.has(one)));
  return { scope, inside, closes, opens };
}

function listensForTheSame(mapping: Mapping, node: string, target: NodeProgram): boolean {
  const before = mapping.from.nodes.get(node)?.child?.start;
  const after = target.child?.start;
  if (!before || !after || mapping.node(before.id) !== after) return false;
  return isSameEvent(before, after);
}
