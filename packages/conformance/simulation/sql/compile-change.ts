import { lockRow } from "../store/row-locks.ts";
import { SqlError } from "../store/sql-error.ts";
import { LOCK, type Row, type Slot, type Table, type Value } from "../store/table.ts";
import { cast, compileExpression } from "./compile-expression.ts";
import { compileJoin, type Joined } from "./compile-join.ts";
import { compileItems, compileSelect, newestVersion } from "./compile-select.ts";
import { type CompiledSource, ofTable } from "./compile-source.ts";
import { parseExpression } from "./parse/parse-statement.ts";
import type { Compiled, OutputColumn, Running, Scope } from "./scope.ts";
import type { Assignment, Delete, Insert, SelectItem, Update } from "./syntax.ts";
import { castValue } from "./values.ts";
import { checkRequired, conflictOf, type Planned, plan, repeated, touchesKey } from "./write-row.ts";

/** A change ready to run: its answer, and how many rows it wrote. */
export interface CompiledChange {
  readonly columns: readonly OutputColumn[];
  run(running: Running): { readonly rows: Row[]; readonly count: number };
}

interface Answer {
  readonly columns: readonly OutputColumn[];
  out(running: Running): Row | null;
}

/** A scope with the changed table as its first source. */
function scopeOf(around: Scope, table: Table, alias: string): { scope: Scope; source: CompiledSource } {
  const scope: Scope = { ...around, parent: around, sources: [], grouped: null };
  const slot = scope.parts.slots++;
  scope.sources.push({ alias, slot, columns: table.columns });
  return { scope, source: { slot, ...ofTable(table) } };
}

function compileAnswer(returning: readonly SelectItem[] | null, scope: Scope): Answer {
  if (returning === null) return { columns: [], out: () => null };
  const items = compileItems(returning, scope);
  return { columns: items, out: (running) => items.map(({ value }) => value.run(running)) };
}

/** Sets columns of a row; the values see the row before. */
function compileSets(table: Table, sets: readonly Assignment[], scope: Scope) {
  const compiled = sets.map(({ column, value }) => {
    const at = table.at(column);
    const { type, byDefault } = table.columns[at] as Table["columns"][number];
    const given = value ?? (byDefault === null ? null : parseExpression(byDefault));
    return { at, value: given === null ? null : cast(compileExpression(given, scope), type) };
  });
  return (before: Row, running: Running): Row => {
    const after: Value[] = [...before];
    for (const { at, value } of compiled) after[at] = value === null ? null : value.run(running);
    return after;
  };
}

export function compileInsert(insert: Insert, around: Scope): CompiledChange {
  const table = around.parts.table(insert.table);
  const { scope, source } = scopeOf(around, table, insert.alias);
  const query = insert.source === null ? null : compileSelect(insert.source, around);
  const names = insert.columns ?? table.columns.map(({ name }) => name);
  const places = names.map((name) => table.at(name));
  const defaults = table.columns.map(({ byDefault, type }): Compiled | "identity" | null => {
    if (byDefault === null || byDefault === "identity") return byDefault;
    return cast(compileExpression(parseExpression(byDefault), around), type);
  });
  const proposed = around.parts.slots++;
  const excluded: Scope = {
    ...scope,
    sources: [...scope.sources, { alias: "excluded", slot: proposed, columns: table.columns }],
  };
  const action = insert.conflict?.action ?? null;
  const set = action === null ? null : compileSets(table, action.sets, excluded);
  const where = action === null || action.where === null ? null : compileExpression(action.where, excluded);
  const answer = compileAnswer(insert.returning, scope);

  const newRow = (given: Row, running: Running): Row => {
    const row: Value[] = table.columns.map((column, index) => {
      const at = places.indexOf(index);
      if (at >= 0 && query !== null)
        return castValue(given[at] ?? null, query.columns[at]?.type ?? "unknown", column.type);
      const value = defaults[index];
      if (value === "identity") return ++table.counter;
      return value === null || value === undefined ? null : value.run(running);
    });
    checkRequired(table, row);
    return row;
  };

  return {
    columns: answer.columns,
    run: (running) => {
      const planned: Planned[] = [];
      const rows: Row[] = [];
      let count = 0;
      const give = (row: Row) => {
        count++;
        running.rows[source.slot] = row;
        const out = answer.out(running);
        if (out !== null) rows.push(out);
      };
      for (const given of query === null ? [[]] : query.run(running)) {
        const row = newRow(given, running);
        const conflict = conflictOf(table, row, running, planned, null, insert.conflict?.columns ?? null);
        if (conflict === null) {
          planned.push({ slot: null, row });
          give(row);
          continue;
        }
        if (insert.conflict === null) throw repeated(table, conflict);
        if (set === null) continue;
        const { slot } = conflict;
        if (slot === null || planned.some((one) => one.slot === slot))
          throw new SqlError("21000", "ON CONFLICT DO UPDATE command cannot affect row a second time");
        lockRow(slot, running.transaction, LOCK["no key update"]);
        const before = slot.pending?.row ?? slot.current;
        if (before === null) continue;
        running.rows[source.slot] = before;
        running.rows[proposed] = row;
        if (where !== null && where.run(running) !== true) continue;
        const after = set(before, running);
        planned.push({ slot, row: after });
        give(after);
      }
      for (const one of planned) plan(table, running, one);
      return { rows, count };
    },
  };
}

export function compileUpdate(update: Update, around: Scope): CompiledChange {
  const table = around.parts.table(update.table);
  const { scope, source } = scopeOf(around, table, update.alias);
  const join = compileJoin(update.from, update.where, scope, source);
  const set = compileSets(table, update.sets, scope);
  const answer = compileAnswer(update.returning, scope);
  return {
    columns: answer.columns,
    run: (running) => {
      const rows: Row[] = [];
      const planned: Planned[] = [];
      for (const { slot, joined } of targets(join, running)) {
        const before = lockTarget(slot, joined, { join, source, running, strength: LOCK["no key update"] });
        if (before === null) continue;
        const after = set(before, running);
        checkRequired(table, after);
        if (touchesKey(table, before, after)) {
          lockRow(slot, running.transaction, LOCK.update);
          const conflict = conflictOf(table, after, running, planned, slot);
          if (conflict !== null) throw repeated(table, conflict);
        }
        planned.push({ slot, row: after });
        running.rows[source.slot] = after;
        const out = answer.out(running);
        if (out !== null) rows.push(out);
      }
      for (const one of planned) plan(table, running, one);
      return { rows, count: planned.length };
    },
  };
}

export function compileDelete(remove: Delete, around: Scope): CompiledChange {
  const table = around.parts.table(remove.table);
  const { scope, source } = scopeOf(around, table, remove.alias);
  const join = compileJoin(remove.from, remove.where, scope, source);
  const answer = compileAnswer(remove.returning, scope);
  return {
    columns: answer.columns,
    run: (running) => {
      const rows: Row[] = [];
      let count = 0;
      for (const { slot, joined } of targets(join, running)) {
        const before = lockTarget(slot, joined, { join, source, running, strength: LOCK.update });
        if (before === null) continue;
        count++;
        const out = answer.out(running);
        if (out !== null) rows.push(out);
        plan(table, running, { slot, row: null });
      }
      return { rows, count };
    },
  };
}

/** The rows to change, each once, whatever number of other rows it meets. */
function targets(
  join: ReturnType<typeof compileJoin>,
  running: Running,
): { readonly slot: Slot; readonly joined: Joined }[] {
  const found = new Map<Slot, Joined>();
  join.each(running, () => {
    const joined = join.keep(running);
    const [slot] = joined.slots;
    if (slot !== null && slot !== undefined && !found.has(slot)) found.set(slot, joined);
  });
  return [...found].map(([slot, joined]) => ({ slot, joined }));
}

/** Locks a row to change it; null where its newest version is gone or no longer meant. */
function lockTarget(
  slot: Slot,
  joined: Joined,
  what: {
    readonly join: ReturnType<typeof compileJoin>;
    readonly source: CompiledSource;
    readonly running: Running;
    readonly strength: number;
  },
): Row | null {
  const { join, source, running, strength } = what;
  lockRow(slot, running.transaction, strength);
  join.restore(running, joined);
  const newest = newestVersion(slot, running);
  if (newest === undefined) return running.rows[source.slot] as Row;
  if (newest === null) return null;
  running.rows[source.slot] = newest;
  return join.holds(running) ? newest : null;
}
