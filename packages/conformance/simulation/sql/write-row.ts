import { lockRow } from "../store/row-locks.ts";
import { LockWait, SqlError } from "../store/sql-error.ts";
import type { Row, Slot, Table, UniqueIndex, Value } from "../store/table.ts";
import type { Transaction } from "../store/transaction.ts";
import type { Running } from "./scope.ts";

/** A row that a statement will write once it has come to its end. */
export interface Planned {
  /** Null for a new row. */
  readonly slot: Slot | null;
  /** Null where it is removed. */
  readonly row: Row | null;
}

/** What is in the way of a row: a row of another with the same values of a unique index. */
export type Conflict = { readonly index: UniqueIndex; readonly slot: Slot | null } | null;

/**
 * Looks for another row with the same values in a unique index. One that a transaction under way wrote or removes is
 * waited for: only its end tells.
 */
export function conflictOf(
  table: Table,
  row: Row,
  running: Running,
  planned: readonly Planned[],
  except: Slot | null,
  only: readonly string[] | null = null,
): Conflict {
  for (const index of table.unique) {
    if (only !== null && !isOver(table, index, only)) continue;
    const key = keyOf(index, row);
    if (key === null) continue;
    for (const one of planned) {
      if (one.slot !== except || one.slot === null) {
        if (one.row !== null && keyOf(index, one.row) === key) return { index, slot: one.slot };
      }
    }
    for (const slot of table.slots) {
      if (slot === except || planned.some((one) => one.slot === slot)) continue;
      const found = judge(slot, index, key, running.transaction);
      if (found) return { index, slot };
    }
  }
  return null;
}

function judge(slot: Slot, index: UniqueIndex, key: string, own: Transaction): boolean {
  const { pending, current } = slot;
  if (pending === null) return current !== null && keyOf(index, current) === key;
  const after = pending.row !== null && keyOf(index, pending.row) === key;
  if (pending.by === own) return after;
  const before = current !== null && keyOf(index, current) === key;
  if (before || after) throw new LockWait(pending.by);
  return false;
}

function keyOf(index: UniqueIndex, row: Row): string | null {
  let key = "";
  for (const column of index.columns) {
    const value = row[column] as Value;
    if (value === null) return null;
    key += `${String(value)}\u0000`;
  }
  return index.covers(row) ? key : null;
}

function isOver(table: Table, index: UniqueIndex, columns: readonly string[]): boolean {
  return (
    index.columns.length === columns.length && columns.every((name) => index.columns.includes(table.at(name)))
  );
}

/** The error of a row that may not be there twice. */
export function repeated(table: Table, { index }: NonNullable<Conflict>): SqlError {
  return new SqlError(
    "23505",
    `duplicate key value violates unique constraint "${index.name}" of ${table.name}`,
    index.name,
  );
}

/** Refuses a row that lacks a value. */
export function checkRequired(table: Table, row: Row): void {
  for (const [index, { required, name }] of table.columns.entries()) {
    if (required && row[index] === null)
      throw new SqlError("23502", `null value in column "${name}" of "${table.name}"`);
  }
}

/** Whether an update touches what a unique index is over. */
export function touchesKey(table: Table, before: Row, after: Row): boolean {
  return table.unique.some((index) => keyOf(index, before) !== keyOf(index, after));
}

/** Notes what the statement writes; it is written when the whole statement has come to its end. */
export function plan(table: Table, running: Running, { slot, row }: Planned): void {
  const { transaction, writes } = running;
  writes.push(() => {
    if (slot === null) {
      if (row === null) return;
      const made: Slot = {
        current: null,
        since: 0,
        older: [],
        pending: { by: transaction, row },
        locks: [],
      };
      lockRow(made, transaction, 3);
      table.slots.push(made);
      transaction.written.set(made, table);
      return;
    }
    if (slot.pending === null) slot.pending = { by: transaction, row };
    else slot.pending.row = row;
    transaction.written.set(slot, table);
  });
}
