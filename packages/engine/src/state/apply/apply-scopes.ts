import type { Completed, Many, ScopeState } from "../../contract/state.ts";
import type { Draft } from "../draft.ts";
import { type Applying, change, issued, type Of } from "./applying.ts";

/** Scopes, their data, activities that are done several times, and what is undone. */
export const SCOPES: Applying<
  | "scope.opened"
  | "scope.closed"
  | "scope.cancelled"
  | "scope.ending"
  | "variables.changed"
  | "instances.planned"
  | "instances.added"
  | "instance.completed"
  | "instance.terminated"
  | "compensation.started"
  | "compensation.taken"
  | "compensation.completed"
  | "step.added"
> = {
  "scope.opened": (draft, event) => {
    const { place, again } = event;
    draft.scopes[issued(draft, event.child)] = {
      node: event.node,
      parent: event.token,
      vars: again?.vars ?? {},
      ...(place === undefined ? {} : { i: place }),
      ...(again === undefined ? {} : { again: true }),
      ...(again?.undo === undefined ? {} : { undo: again.undo }),
    };
    if (place === undefined) change(draft, event.token, (waits) => ({ ...waits, scope: event.child }));
    else changeMany(draft, event.token, (many) => begun(many, place));
  },
  "scope.closed": (draft, event) => closeScope(draft, event),
  "scope.cancelled": (draft, event) => closeScope(draft, event),
  "scope.ending": (draft, event) => {
    const scope = draft.scopes[event.child];
    if (scope) draft.scopes[event.child] = { ...scope, ending: true };
  },
  "variables.changed": (draft, event) => {
    const scope = draft.scopes[event.scope];
    if (scope) draft.scopes[event.scope] = { ...scope, vars: { ...scope.vars, ...event.values } };
  },
  "instances.planned": (draft, event) => {
    const { total, items } = event;
    const many: Many = { total, begun: 0, completed: 0, terminated: 0, ...(items?.length ? { items } : {}) };
    change(draft, event.token, (waits) => ({ ...waits, many }));
  },
  "instances.added": (draft, event) =>
    changeMany(draft, event.token, (many) => ({
      ...many,
      total: many.total + event.items.length,
      items: [...(many.items ?? numbersTo(many)), ...event.items],
    })),
  "instance.completed": (draft, event) =>
    changeMany(draft, event.token, (many) => ({
      ...many,
      completed: many.completed + 1,
      ...(event.result === undefined ? {} : { results: { ...many.results, [event.place]: event.result } }),
      ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
    })),
  "instance.terminated": (draft, event) =>
    changeMany(draft, event.token, (many) => ({
      ...many,
      terminated: many.terminated + 1,
      ...(event.place < many.begun ? {} : { skip: [...(many.skip ?? []), event.place] }),
    })),
  "compensation.started": (draft, event) => {
    const { left, from } = event;
    const scope = draft.scopes[from];
    if (scope?.undo !== undefined) {
      const kept = without(scope.undo, left);
      const { undo: _, ...rest } = scope;
      draft.scopes[from] = kept.length > 0 ? { ...rest, undo: kept } : rest;
    }
    change(draft, event.token, (waits) => ({ ...waits, undoing: { left, from, next: event.next } }));
  },
  "compensation.taken": (draft, event) =>
    change(draft, event.token, (waits) => {
      if (waits.undoing === undefined) return waits;
      const { left } = waits.undoing;
      // What was done several times is undone time by time.
      const times = left.at(-1)?.times ?? [];
      return { ...waits, undoing: { ...waits.undoing, left: [...left.slice(0, -1), ...times] } };
    }),
  "compensation.completed": (draft, event) => {
    if (event.ends) delete draft.tokens[event.token ?? -1];
    else change(draft, event.token, ({ undoing: _, ...waits }) => waits);
  },
  "step.added": (draft, event) => {
    const plan = draft.scopes[event.scope]?.node ?? "";
    const before = draft.added?.[plan] ?? { nodes: [], after: [] };
    const { id } = event.step;
    const after = [
      ...event.after.map((one) => [one, id] as const),
      ...event.before.map((one) => [id, one] as const),
    ];
    draft.added = {
      ...draft.added,
      [plan]: { nodes: [...before.nodes, event.step], after: [...before.after, ...after] },
    };
  },
};

/** The list without the entries that are taken off it, each once. */
function without<T extends { readonly n: string }>(list: readonly T[], taken: readonly T[]): T[] {
  const left = new Set(taken);
  // Entries of a stored event are equal, not the same objects; the newest of a node goes first.
  const names = [...left].map(({ n }) => n);
  const kept: T[] = [];
  for (const entry of [...list].reverse()) {
    const at = names.indexOf(entry.n);
    if (at < 0) kept.unshift(entry);
    else names.splice(at, 1);
  }
  return kept;
}

/** The items to come where a number said how many there are. */
function numbersTo({ begun, total }: Many): number[] {
  return Array.from({ length: total - begun }, (_, at) => begun + at + 1);
}

/** A loop has no items and does not know its rounds beforehand; places that were removed are passed over. */
function begun({ items, skip, ...many }: Many, place: number): Many {
  const count = place + 1;
  const left = items?.slice(count - many.begun) ?? [];
  const ahead = skip?.filter((one) => one > place) ?? [];
  return {
    ...many,
    begun: count,
    total: Math.max(many.total, count),
    ...(left.length > 0 ? { items: left } : {}),
    ...(ahead.length > 0 ? { skip: ahead } : {}),
  };
}

function changeMany(draft: Draft, token: number | null, to: (many: Many) => Many): void {
  change(draft, token, (waits) => (waits.many === undefined ? waits : { ...waits, many: to(waits.many) }));
}

function closeScope(draft: Draft, event: Of<"scope.closed" | "scope.cancelled">): void {
  const closed = draft.scopes[event.child];
  delete draft.scopes[event.child];
  const kept = event.kind === "scope.closed" && event.kept === true;
  change(draft, event.token, ({ scope, inside, ...waits }) => ({
    ...waits,
    // The scope of an instance is one of several below its token.
    ...(closed?.i === undefined || scope === undefined ? {} : { scope }),
    ...insideAfter(closed, inside, kept),
  }));
}

/** What a token keeps of the scopes below it that have ended. */
function insideAfter(
  closed: ScopeState | undefined,
  before: Completed | undefined,
  kept: boolean,
): { inside?: Completed } {
  const n = closed?.node ?? null;
  if (closed === undefined || n === null || !kept) return before === undefined ? {} : { inside: before };
  const { vars, undo, i: place } = closed;
  if (place === undefined) {
    const data = Object.keys(vars).length > 0 ? { vars } : {};
    return { inside: { n, ...data, ...(undo === undefined ? {} : { undo }) } };
  }
  // One time of several sees its item and its index, too.
  const times = (undo ?? []).map((time) => ({ ...time, vars: { ...vars, ...time.vars } }));
  return { inside: { n, times: [...(before?.times ?? []), ...times] } };
}
