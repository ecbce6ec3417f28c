import { lockRow } from "../store/row-locks.ts";
import { LockWait, SqlError } from "../store/sql-error.ts";
import type { Holder, Row, Slot, Table, UniqueIndex } from "../store/table.ts";
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
    if (!mayConflict(index, row)) continue;
    for (const one of planned) {
      if (one.slot !== except || one.slot === null) {
        if (one.row !== null && isSame(index, one.row, row)) return { index, slot: one.slot };
      }
    }
    for (const slot of table.slots) {
      if (slot === except || !judge(slot, index, row, running.transaction)) continue;
      if (!planned.some((one) => one.slot === slot)) return { index, slot };
    }
  }
  return null;
}

function judge(slot: Slot, index: UniqueIndex, row: Row, own: Holder): boolean {
  const { pending, current } = slot;
  if (pending === null) return current !== null && isSame(index, current, row);
  const after = pending.row !== null && isSame(index, pending.row, row);
  if (pending.by === own) return after;
  const before = current !== null && isSame(index, current, row);
  if (before || after) throw new LockWait(pending.by);
  return false;
}

/** A row with a null in the index, or that the index leaves out, is in nobody's way. */
function mayConflict(index: UniqueIndex, row: Row): boolean {
  for (const column of index.columns) if (row[column] === null) return false;
  return index.covers(row);
}

/** Whether two rows are the same to an index; the second is in it. */
function isSame(index: UniqueIndex, row: Row, other: Row): boolean {
  for (const column of index.columns) if (row[column] !== other[column]) return false;
  return index.covers(row);
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
  return table.unique.some(
    (index) =>
      index.covers(before) !== index.covers(after) || index.columns.some((at) => before[at] !== after[at]),
  );
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
