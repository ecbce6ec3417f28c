import type { Draft } from "../draft.ts";
import type { Applying, Of } from "./applying.ts";

/** Id of the process's own scope. */
export const ROOT_SCOPE = 0;

export const INSTANCE: Applying<
  | "instance.started"
  | "instance.ended"
  | "instance.suspended"
  | "instance.resumed"
  | "instance.named"
  | "instance.modified"
  | "instance.migrated"
> = {
  "instance.started": (draft, event) => {
    draft.by = event.by;
    if (event.called) draft.called = true;
    draft.scopes[ROOT_SCOPE] = { node: null, parent: null, vars: event.variables };
  },
  "instance.ended": (draft, event) => {
    draft.status = event.status;
    draft.tokens = {};
    delete draft.added;
    const root = draft.scopes[ROOT_SCOPE];
    draft.scopes = root ? { [ROOT_SCOPE]: { node: null, parent: null, vars: root.vars } } : {};
  },
  "instance.suspended": (draft) => {
    draft.status = "suspended";
  },
  "instance.resumed": (draft) => {
    draft.status = "active";
  },
  "instance.named": () => undefined,
  "instance.modified": () => undefined,
  "instance.migrated": (draft, event) => renameAll(draft, event),
};

/** Everything that the state says of nodes and edges gets the names of the other version. */
function renameAll(draft: Draft, { nodes, edges }: Of<"instance.migrated">): void {
  const node = (id: string): string => (Object.hasOwn(nodes, id) ? (nodes[id] ?? id) : id);
  const edge = (id: string): string => (Object.hasOwn(edges, id) ? (edges[id] ?? id) : id);
  const rows = <V>(table: { readonly [id: string]: V } | undefined, name: (id: string) => string) =>
    Object.fromEntries(Object.entries(table ?? {}).map(([id, value]) => [name(id), value]));
  for (const id in draft.tokens) {
    const token = draft.tokens[id];
    if (token === undefined) continue;
    const { w, j } = token;
    const named = (table: { readonly [row: string]: string }) =>
      Object.fromEntries(Object.entries(table).map(([row, of]) => [row, node(of)]));
    draft.tokens[id] = {
      ...token,
      n: node(token.n),
      ...(j === undefined ? {} : { j: node(j) }),
      ...(w === undefined
        ? {}
        : {
            w: {
              ...w,
              ...(w.timers ? { timers: named(w.timers) } : {}),
              ...(w.subs ? { subs: named(w.subs) } : {}),
              ...(w.signals ? { signals: named(w.signals) } : {}),
              ...(w.conds ? { conds: rows(w.conds, node) } : {}),
              ...(w.cycles ? { cycles: rows(w.cycles, node) } : {}),
            },
          }),
    };
  }
  for (const id in draft.scopes) {
    const scope = draft.scopes[id];
    if (scope === undefined) continue;
    const { joins, rest, done, undo } = scope;
    draft.scopes[id] = {
      ...scope,
      node: scope.node === null ? null : node(scope.node),
      ...(joins
        ? {
            joins: rows(
              Object.fromEntries(Object.entries(joins).map(([at, of]) => [at, rows(of, edge)])),
              node,
            ),
          }
        : {}),
      ...(rest
        ? { rest: rows(Object.fromEntries(Object.entries(rest).map(([at, of]) => [at, of.map(edge)])), node) }
        : {}),
      ...(done ? { done: done.map(node) } : {}),
      ...(undo ? { undo: undo.map((entry) => ({ ...entry, n: node(entry.n) })) } : {}),
    };
  }
}
