import type { Row, Slot } from "../store/table.ts";
import { compileExpression } from "./compile-expression.ts";
import { type CompiledSource, compileSource } from "./compile-source.ts";
import type { Compiled, Running, Scope } from "./scope.ts";
import type { Expression, FromItem } from "./syntax.ts";

/** One combination of rows of all sources, kept for later. */
export interface Joined {
  readonly rows: readonly Row[];
  readonly slots: readonly (Slot | null)[];
}

/** The sources of a query, joined under its conditions. */
export interface CompiledJoin {
  readonly sources: readonly CompiledSource[];
  /** Goes through every combination that fulfils the conditions; it stands in `running` at each visit. */
  each(running: Running, visit: () => void): void;
  /** The combination that stands in `running` now. */
  keep(running: Running): Joined;
  restore(running: Running, joined: Joined): void;
  /** Whether what stands in `running` fulfils the conditions. */
  holds(running: Running): boolean;
}

/**
 * Joins sources one inside the other; each condition is asked as soon as the rows that it looks at are there.
 * `first` is the table that a change goes through, before the sources.
 */
export function compileJoin(
  items: readonly FromItem[],
  where: Expression | null,
  scope: Scope,
  first: CompiledSource | null = null,
): CompiledJoin {
  const sources: CompiledSource[] = first === null ? [] : [first];
  const left: (Compiled[] | null)[] = first === null ? [] : [null];
  const conditions: Expression[] = [];
  for (const { source, join, on } of items) {
    sources.push(compileSource(source, scope));
    if (join === "left")
      left.push((on === null ? [] : conjuncts(on)).map((one) => compileExpression(one, scope)));
    else {
      left.push(null);
      if (on !== null) conditions.push(...conjuncts(on));
    }
  }
  if (where !== null) conditions.push(...conjuncts(where));
  const filters: Compiled[][] = sources.map(() => []);
  const always: Compiled[] = [];
  for (const condition of conditions) {
    const { used } = scope.parts;
    scope.parts.used = new Set();
    const compiled = compileExpression(condition, scope);
    const mine = sources.flatMap(({ slot }, depth) => (scope.parts.used.has(slot) ? [depth] : []));
    for (const slot of scope.parts.used) used.add(slot);
    scope.parts.used = used;
    (filters[Math.max(0, ...mine)] ?? always).push(compiled);
  }
  const none = sources.map(({ columns }) => columns.map(() => null));

  function walk(running: Running, depth: number, visit: () => void): void {
    const source = sources[depth];
    if (source === undefined) {
      if (depth > 0 || true_(always, running)) visit();
      return;
    }
    const own = filters[depth] as Compiled[];
    const on = left[depth] as Compiled[] | null;
    let matched = false;
    source.each(running, (row, slot) => {
      running.rows[source.slot] = row;
      running.slots[source.slot] = slot;
      if (on !== null) {
        if (!true_(on, running)) return;
        matched = true;
      }
      if (true_(own, running)) walk(running, depth + 1, visit);
    });
    if (on === null || matched) return;
    running.rows[source.slot] = none[depth] as Row;
    running.slots[source.slot] = null;
    if (true_(own, running)) walk(running, depth + 1, visit);
  }

  return {
    sources,
    each: (running, visit) => walk(running, 0, visit),
    keep: ({ rows, slots }) => ({
      rows: sources.map(({ slot }) => rows[slot] as Row),
      slots: sources.map(({ slot }) => slots[slot] ?? null),
    }),
    restore: (running, joined) => {
      for (const [index, { slot }] of sources.entries()) {
        running.rows[slot] = joined.rows[index] as Row;
        running.slots[slot] = joined.slots[index] ?? null;
      }
    },
    holds: (running) => filters.every((some) => true_(some, running)),
  };
}

function true_(conditions: readonly Compiled[], running: Running): boolean {
  for (const condition of conditions) if (condition.run(running) !== true) return false;
  return true;
}

function conjuncts(condition: Expression): Expression[] {
  return condition.kind === "binary" && condition.operator === "and"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}
