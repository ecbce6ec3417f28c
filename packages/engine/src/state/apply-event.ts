import type { EngineEvent } from "../contract/event.ts";
import type { OpenTask, ScopeState, TokenState, Waits } from "../contract/state.ts";
import type { Draft } from "./draft.ts";

type Of<K extends EngineEvent["kind"]> = EventOf<EngineEvent, K>;
type EventOf<E extends EngineEvent, K> = E extends EngineEvent ? (K extends E["kind"] ? E : never) : never;
type Apply = { readonly [K in EngineEvent["kind"]]: (draft: Draft, event: Of<K>) => void };

/** Id of the process's own scope. */
export const ROOT_SCOPE = 0;

const nothing = () => undefined;

/** What each event does to the state. A step changes its state by nothing else, so the events give it again. */
const apply: Apply = {
  "instance.started": (draft, event) => {
    draft.by = event.by;
    draft.scopes[ROOT_SCOPE] = { node: null, parent: null, vars: event.variables };
  },
  "instance.ended": (draft, event) => {
    draft.status = event.status;
    draft.tokens = {};
    const root = draft.scopes[ROOT_SCOPE];
    draft.scopes = root ? { [ROOT_SCOPE]: { node: null, parent: null, vars: root.vars } } : {};
  },
  "instance.suspended": (draft) => {
    draft.status = "suspended";
  },
  "instance.resumed": (draft) => {
    draft.status = "active";
  },
  "node.entered": (draft, event) => {
    const token = issued(draft, event.token);
    const scope = draft.scopes[event.scope];
    if (event.arrives !== undefined) {
      if (scope) draft.scopes[event.scope] = arrive(scope, event.node, event.arrives);
      delete draft.tokens[token];
      return;
    }
    if (event.joins && scope) draft.scopes[event.scope] = fire(scope, event.node, event.joins);
    draft.tokens[token] = { s: event.scope, n: event.node };
  },
  "node.completed": (draft, event) => {
    const token = issued(draft, event.token);
    if (event.ends) delete draft.tokens[token];
    else draft.tokens[token] = { s: event.scope, n: event.node };
  },
  "node.cancelled": (draft, event) => {
    delete draft.tokens[event.token ?? -1];
  },
  "edge.taken": (draft, event) => {
    // A branch of a fork begins here.
    const token = issued(draft, event.token);
    draft.tokens[token] ??= { s: event.scope, n: event.node };
  },
  "task.opened": (draft, event) => {
    issued(draft, event.task);
    const { roles, people } = event.candidates;
    putTask(draft, event.token, event.task, {
      t: event.type === "work" ? "w" : event.type === "approval" ? "a" : "r",
      ...(event.assignee === null ? {} : { assignee: event.assignee }),
      ...(roles.length === 0 ? {} : { roles }),
      ...(people.length === 0 ? {} : { people }),
    });
  },
  "task.claimed": (draft, event) => assign(draft, event.token, event.task, event.by),
  "task.released": (draft, event) => assign(draft, event.token, event.task, null),
  "task.transferred": (draft, event) => assign(draft, event.token, event.task, event.to),
  "task.completed": (draft, event) => dropTask(draft, event.token, event.task),
  "task.returned": (draft, event) => {
    dropTask(draft, event.token, event.task);
    change(draft, event.token, ({ votes: _, ...waits }) => waits);
  },
  "task.cancelled": (draft, event) => dropTask(draft, event.token, event.task),
  "approval.decided": (draft, event) =>
    change(draft, event.token, (waits) => ({
      ...waits,
      votes: { ...waits.votes, [event.by]: event.decision },
    })),
  "job.created": (draft, event) => {
    issued(draft, event.job);
    change(draft, event.token, (waits) => ({ ...waits, job: event.job, input: event.input }));
  },
  "job.completed": (draft, event) => dropJob(draft, event.token),
  "job.failed": (draft, event) => dropJob(draft, event.token),
  "job.cancelled": (draft, event) => dropJob(draft, event.token),
  "timer.scheduled": (draft, event) => {
    issued(draft, event.timer);
    change(draft, event.token, (waits) => ({
      ...waits,
      timers: { ...waits.timers, [event.timer]: event.node },
    }));
  },
  "timer.fired": (draft, event) => dropTimer(draft, event.token, event.timer),
  "timer.cancelled": (draft, event) => dropTimer(draft, event.token, event.timer),
  "message.awaited": (draft, event) => {
    issued(draft, event.subscription);
    change(draft, event.token, (waits) => ({
      ...waits,
      subs: { ...waits.subs, [event.subscription]: event.node },
    }));
  },
  "message.received": (draft, event) => {
    if (event.subscription !== null) dropSubscription(draft, event.token, event.subscription);
  },
  "message.closed": (draft, event) => dropSubscription(draft, event.token, event.subscription),
  "error.thrown": nothing,
  "error.caught": nothing,
  "variables.changed": (draft, event) => {
    const scope = draft.scopes[event.scope];
    if (scope) draft.scopes[event.scope] = { ...scope, vars: { ...scope.vars, ...event.values } };
  },
  "incident.raised": (draft, event) => {
    issued(draft, event.incident);
    const token = issued(draft, event.token);
    const { w } = draft.tokens[token] ?? {};
    draft.tokens[token] = { s: event.scope, n: event.node, ...(w ? { w } : {}) };
    change(draft, token, (waits) => ({
      ...waits,
      incident: event.incident,
      ...(event.retry === undefined ? {} : { retry: event.retry }),
    }));
  },
  "incident.resolved": (draft, event) =>
    change(draft, event.token, ({ incident: _, retry: __, ...waits }) => waits),
  "scope.opened": (draft, event) => {
    draft.scopes[issued(draft, event.child)] = { node: event.node, parent: event.token, vars: {} };
    change(draft, event.token, (waits) => ({ ...waits, scope: event.child }));
  },
  "scope.closed": (draft, event) => closeScope(draft, event),
  "scope.cancelled": (draft, event) => closeScope(draft, event),
};

/** Changes the draft by one event. */
export function applyEvent(draft: Draft, event: EngineEvent): void {
  const change = apply[event.kind] as (draft: Draft, event: EngineEvent) => void;
  change(draft, event);
}

/** Every id comes from one counter, so the highest that was seen tells the next. */
function issued(draft: Draft, id: number | null): number {
  const known = id ?? -1;
  if (known >= draft.next) draft.next = known + 1;
  return known;
}

function change(draft: Draft, token: number | null, to: (waits: Waits) => Waits): void {
  const current = draft.tokens[token ?? -1];
  if (current === undefined) return;
  const waits = to(current.w ?? {});
  draft.tokens[token ?? -1] = withWaits(current, waits);
}

function withWaits({ s, n }: TokenState, waits: Waits): TokenState {
  for (const _ in waits) return { s, n, w: waits };
  return { s, n };
}

function putTask(draft: Draft, token: number | null, task: number, open: OpenTask): void {
  change(draft, token, (waits) => ({ ...waits, tasks: { ...waits.tasks, [task]: open } }));
}

function assign(draft: Draft, token: number | null, task: number, assignee: string | null): void {
  const open = draft.tokens[token ?? -1]?.w?.tasks?.[task];
  if (open === undefined) return;
  const { t, roles, people } = open;
  putTask(draft, token, task, {
    t,
    ...(assignee === null ? {} : { assignee }),
    ...(roles === undefined ? {} : { roles }),
    ...(people === undefined ? {} : { people }),
  });
}

function dropTask(draft: Draft, token: number | null, task: number): void {
  change(draft, token, ({ tasks, ...waits }) => ({ ...waits, ...without("tasks", tasks, task) }));
}

function dropTimer(draft: Draft, token: number | null, timer: number): void {
  change(draft, token, ({ timers, ...waits }) => ({ ...waits, ...without("timers", timers, timer) }));
}

function dropSubscription(draft: Draft, token: number | null, subscription: number): void {
  change(draft, token, ({ subs, ...waits }) => ({ ...waits, ...without("subs", subs, subscription) }));
}

function dropJob(draft: Draft, token: number | null): void {
  change(draft, token, ({ job: _, input: __, ...waits }) => waits);
}

function without<K extends string, V>(
  name: K,
  rows: { readonly [id: string]: V } | undefined,
  id: number,
): { [key in K]?: { readonly [id: string]: V } } {
  const { [id]: _, ...rest } = rows ?? {};
  for (const _key in rest) return { [name]: rest } as { [key in K]: { readonly [id: string]: V } };
  return {};
}

function closeScope(draft: Draft, event: Of<"scope.closed" | "scope.cancelled">): void {
  delete draft.scopes[event.child];
  change(draft, event.token, ({ scope: _, ...waits }) => waits);
}

function arrive(scope: ScopeState, node: string, edge: string): ScopeState {
  const arrivals = arrivalsAt(scope, node);
  const before = Object.hasOwn(arrivals, edge) ? (arrivals[edge] ?? 0) : 0;
  return { ...scope, joins: { ...scope.joins, [node]: { ...arrivals, [edge]: before + 1 } } };
}

/** A join fires: one token fewer at each of the edges. */
function fire(scope: ScopeState, node: string, edges: readonly string[]): ScopeState {
  const used = new Set(edges);
  const left = Object.entries(arrivalsAt(scope, node))
    .map(([edge, count]) => [edge, used.has(edge) ? count - 1 : count] as const)
    .filter(([, count]) => count > 0);
  const { [node]: _, ...others } = scope.joins ?? {};
  const joins = left.length > 0 ? { ...others, [node]: Object.fromEntries(left) } : others;
  const { joins: __, ...rest } = scope;
  return Object.keys(joins).length > 0 ? { ...rest, joins } : rest;
}

/** Tokens counted at a join, by incoming edge. */
export function arrivalsAt(scope: ScopeState, node: string): { readonly [edge: string]: number } {
  return scope.joins !== undefined && Object.hasOwn(scope.joins, node) ? (scope.joins[node] ?? {}) : {};
}
