import type { TokenState } from "../../contract/state.ts";
import type { Draft } from "../draft.ts";
import { type Applying, change, issued, nothing } from "./applying.ts";
import { addArrival, forgetArrival, removeArrivals, withRest } from "./arrivals.ts";

/** Where tokens come, go and are stuck. */
export const TOKENS: Applying<
  | "node.entered"
  | "node.completed"
  | "node.cancelled"
  | "edge.taken"
  | "token.moved"
  | "join.restored"
  | "join.emptied"
  | "listener.opened"
  | "listener.triggered"
  | "step.waits"
  | "step.freed"
  | "error.thrown"
  | "error.caught"
  | "escalation.thrown"
  | "escalation.caught"
  | "incident.raised"
  | "incident.resolved"
  | "token.held"
  | "token.released"
> = {
  "node.entered": (draft, event) => {
    const token = issued(draft, event.token);
    const scope = draft.scopes[event.scope];
    if (event.arrives !== undefined) {
      if (scope) draft.scopes[event.scope] = addArrival(scope, event.node, event.arrives);
      delete draft.tokens[token];
      return;
    }
    if (scope && (event.joins !== undefined || event.rest !== undefined)) {
      const fired = removeArrivals(scope, event.node, event.joins ?? []);
      draft.scopes[event.scope] = event.rest === undefined ? fired : withRest(fired, event.node, event.rest);
    }
    stand(draft, token, event.scope, event.node, event.undoes);
  },
  "node.completed": (draft, event) => {
    const token = issued(draft, event.token);
    if (event.ends) delete draft.tokens[token];
    else stand(draft, token, event.scope, event.node, undefined);
    const scope = draft.scopes[event.scope];
    if (scope === undefined || (event.undo === undefined && event.done === undefined)) return;
    draft.scopes[event.scope] = {
      ...scope,
      ...(event.undo === undefined ? {} : { undo: [...(scope.undo ?? []), event.undo] }),
      ...(event.done === undefined ? {} : { done: [...(scope.done ?? []), event.done] }),
    };
  },
  "node.cancelled": (draft, event) => {
    delete draft.tokens[event.token ?? -1];
  },
  "edge.taken": (draft, event) => {
    // A branch of a fork begins here.
    const token = issued(draft, event.token);
    draft.tokens[token] ??= { s: event.scope, n: event.node };
  },
  "token.moved": (draft, event) => {
    const token = issued(draft, event.token);
    const { back } = event;
    draft.tokens[token] = { s: event.scope, n: event.to, ...(back === undefined ? {} : { j: back }) };
  },
  "join.restored": (draft, event) => {
    const scope = draft.scopes[event.scope];
    if (scope) draft.scopes[event.scope] = addArrival(scope, event.node, event.edge);
  },
  "join.emptied": (draft, event) => {
    const scope = draft.scopes[event.scope];
    if (scope) draft.scopes[event.scope] = forgetArrival(scope, event.node, event.edge);
  },
  "listener.opened": (draft, event) => {
    draft.tokens[issued(draft, event.token)] = { s: event.scope, n: event.node, l: 1 };
  },
  "listener.triggered": (draft, event) => {
    const scope = draft.scopes[event.scope];
    if (scope && event.interrupts) draft.scopes[event.scope] = { ...scope, handled: true };
    const token = issued(draft, event.token);
    const { w } = draft.tokens[token] ?? {};
    draft.tokens[token] = { s: event.scope, n: event.node, ...(w ? { w } : {}) };
  },
  "step.waits": (draft, event) =>
    change(draft, event.token, (waits) => ({ ...waits, ahead: { ...waits.ahead } })),
  "step.freed": (draft, event) =>
    change(draft, event.token, ({ ahead, ...waits }) =>
      ahead?.task === undefined ? waits : { ...waits, ahead: { task: ahead.task, free: 1 } },
    ),
  "error.thrown": nothing,
  "error.caught": nothing,
  "escalation.thrown": nothing,
  "escalation.caught": nothing,
  "incident.raised": (draft, event) => {
    issued(draft, event.incident);
    const token = issued(draft, event.token);
    draft.tokens[token] = { ...draft.tokens[token], s: event.scope, n: event.node };
    change(draft, token, (waits) => ({
      ...waits,
      incident: event.incident,
      ...(event.retry === undefined ? {} : { retry: event.retry }),
    }));
  },
  "incident.resolved": (draft, event) =>
    change(draft, event.token, ({ incident: _, retry: __, ...waits }) => waits),
  "token.held": (draft, event) => {
    const token = issued(draft, event.token);
    draft.tokens[token] = { ...draft.tokens[token], s: event.scope, n: event.node };
    change(draft, token, (waits) => ({ ...waits, held: event.incident, retry: event.retry }));
  },
  "token.released": (draft, event) => change(draft, event.token, ({ held: _, retry: __, ...waits }) => waits),
};

/** A token stands at a node with nothing open; for whom it undoes stays known, and while it stays where it goes back to. */
function stand(draft: Draft, token: number, scope: number, node: string, undoes: number | undefined): void {
  const before: TokenState | undefined = draft.tokens[token];
  const u = undoes ?? before?.u;
  const j = before?.n === node ? before.j : undefined;
  draft.tokens[token] = {
    s: scope,
    n: node,
    ...(u === undefined ? {} : { u }),
    ...(j === undefined ? {} : { j }),
  };
}
