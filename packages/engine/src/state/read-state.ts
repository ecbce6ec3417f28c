import type { JsonObject } from "../contract/json.ts";
import type { InstanceState, InstanceStatus, TokenState } from "../contract/state.ts";
import { ROOT_SCOPE } from "./apply-event.ts";

/** One thing that an instance waits for; `id` is that of the row in the runtime. */
export interface Wait {
  readonly kind: "task" | "job" | "timer" | "message" | "signal" | "call" | "incident";
  readonly id: number;
  /** The node that waits; for a timer, message or signal that event's own node. */
  readonly node: string;
  readonly scope: number;
  readonly token: number;
}

export function statusOf(state: InstanceState): InstanceStatus {
  return state.status;
}

/** The case data; variables of sub-processes are not part of it. */
export function variablesOf(state: InstanceState): JsonObject {
  return state.scopes[ROOT_SCOPE]?.vars ?? {};
}

/**
 * Ids of the nodes where something stands, joins that were reached included, each once, in the order reached. An
 * event sub-process that only listens is none of them.
 */
export function activeNodesOf(state: InstanceState): string[] {
  const standing = Object.values(state.tokens).filter((token) => token.l === undefined);
  const nodes = new Set(standing.map((token) => token.n));
  for (const scope of Object.values(state.scopes))
    for (const join of Object.keys(scope.joins ?? {})) nodes.add(join);
  return [...nodes];
}

/** Everything that the instance waits for. */
export function waitsOf(state: InstanceState): Wait[] {
  return Object.entries(state.tokens).flatMap(([id, token]) => waitsOfToken(Number(id), token));
}

function waitsOfToken(token: number, { s: scope, n, w = {} }: TokenState): Wait[] {
  const wait = (kind: Wait["kind"], id: number, node: string): Wait => ({ kind, id, node, scope, token });
  return [
    ...Object.keys(w.tasks ?? {}).map((id) => wait("task", Number(id), n)),
    ...(w.job === undefined ? [] : [wait("job", w.job, n)]),
    ...Object.entries(w.timers ?? {}).map(([id, node]) => wait("timer", Number(id), node)),
    ...Object.entries(w.subs ?? {}).map(([id, node]) => wait("message", Number(id), node)),
    ...Object.entries(w.signals ?? {}).map(([id, node]) => wait("signal", Number(id), node)),
    ...(w.call === undefined ? [] : [wait("call", w.call, n)]),
    ...(w.incident === undefined ? [] : [wait("incident", w.incident, n)]),
  ];
}
