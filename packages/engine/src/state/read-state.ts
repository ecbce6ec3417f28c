import type { JsonObject } from "../contract/json.ts";
import type { InstanceState, InstanceStatus, TokenState } from "../contract/state.ts";
import { programFor } from "../program/added-steps.ts";
import { startableIn } from "../program/container-steps.ts";
import type { Program } from "../program/program.ts";
import { ROOT_SCOPE } from "./apply-event.ts";
import { tokensOf } from "./waiting-steps.ts";

/** One thing that an instance waits for; `id` is that of the row in the runtime. */
export interface Wait {
  readonly kind: "task" | "job" | "timer" | "message" | "signal" | "call" | "incident";
  readonly id: number;
  /** The node that waits; for a timer, message or signal that event's own node. */
  readonly node: string;
  readonly scope: number;
  readonly token: number;
  /** A task of a plan that is announced: it waits for other steps. */
  readonly announced?: true;
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
  const standing = Object.values(tokensOf(state)).filter((token) => token.l === undefined);
  const nodes = new Set(standing.map((token) => token.n));
  for (const scope of Object.values(state.scopes))
    for (const join of Object.keys(scope.joins ?? {})) nodes.add(join);
  return [...nodes];
}

/** A token that stands somewhere. */
interface Standing {
  readonly token: number;
  readonly node: string;
  readonly scope: number;
}

/** Where tokens stand, oldest first. Listeners of event sub-processes are no work of the case, and none of them. */
export function standingOf(state: InstanceState): Standing[] {
  return Object.entries(tokensOf(state)).flatMap(([token, { n, s, l }]) =>
    l === undefined ? [{ token: Number(token), node: n, scope: s }] : [],
  );
}

/** Everything that the instance waits for. */
export function waitsOf(state: InstanceState): Wait[] {
  return Object.entries(tokensOf(state)).flatMap(([id, token]) => waitsOfToken(Number(id), token));
}

/** A step of an ad-hoc sub-process that people may begin. */
interface Offer {
  /** For the command that begins it, and the one that ends the sub-process. */
  readonly scope: number;
  readonly node: string;
}

/** What people may begin by hand now, in the order of the drawing. */
export function offersOf(program: Program, state: InstanceState): Offer[] {
  const { nodes } = programFor(program, state);
  return Object.entries(state.scopes).flatMap(([id, scope]) => {
    const scopeId = Number(id);
    const container =
      scope.node === null || scope.i !== undefined || scope.again ? null : nodes.get(scope.node);
    if (container?.node.kind !== "adHoc" || container.child === null || scope.ending) return [];
    const { start, ordering } = container.node;
    if (start === "all" || (ordering === "sequential" && isBusy(state, scopeId))) return [];
    return startableIn(container.child).map((node) => ({ scope: scopeId, node: node.id }));
  });
}

/** Whether a step of a scope is under way. */
function isBusy({ tokens }: InstanceState, scope: number): boolean {
  return Object.values(tokens).some(({ s, l }) => s === scope && l === undefined);
}

function waitsOfToken(token: number, { s: scope, n, w = {} }: TokenState): Wait[] {
  const wait = (kind: Wait["kind"], id: number, node: string): Wait => ({ kind, id, node, scope, token });
  return [
    ...Object.keys(w.tasks ?? {}).map((id) => wait("task", Number(id), n)),
    ...(w.ahead?.task === undefined ? [] : [{ ...wait("task", w.ahead.task, n), announced: true as const }]),
    ...(w.job === undefined ? [] : [wait("job", w.job, n)]),
    ...Object.entries(w.timers ?? {}).map(([id, node]) => wait("timer", Number(id), node)),
    ...Object.entries(w.subs ?? {}).map(([id, node]) => wait("message", Number(id), node)),
    ...Object.entries(w.signals ?? {}).map(([id, node]) => wait("signal", Number(id), node)),
    ...(w.call === undefined ? [] : [wait("call", w.call, n)]),
    ...(w.incident === undefined ? [] : [wait("incident", w.incident, n)]),
  ];
}
