import type { Row, Slot, Table } from "./table.ts";
import { type RowChange, Transaction } from "./transaction.ts";

/** What the model takes from the world around it. */
export interface Surroundings {
  /** Milliseconds since 1970 by the database's clock. */
  clock(): number;
  /** At least 0 and less than 1. */
  random(): number;
  /** Whether rows without an order come in any order; else in that in which they were written. */
  readonly anyOrder: boolean;
  /** When the server began, in milliseconds since 1970. */
  started: number;
}

/**
 * The rows of one schema with their versions and locks. Every statement is atomic here: it sees what was committed
 * before it began and what its own transaction wrote, as in PostgreSQL at READ COMMITTED.
 */
export class Database {
  readonly tables: ReadonlyMap<string, Table>;
  readonly around: Surroundings;
  /** Number of the last commit. */
  commits = 0;
  /** Statements that wait for a lock and go on with what they saw before. */
  waiting = 0;
  readonly #transactions = new Map<number, Transaction>();
  #last = 700;
  onCommit: (transaction: Transaction, changes: readonly RowChange[]) => void = () => undefined;
  onEnd: (transaction: Transaction) => void = () => undefined;
  onNotice: (channel: string, payload: string) => void = () => undefined;

  constructor(tables: ReadonlyMap<string, Table>, around: Surroundings) {
    this.tables = tables;
    this.around = around;
  }

  table(name: string): Table {
    const found = this.tables.get(name);
    if (!found) throw new Error(`The model has no table ${name}`);
    return found;
  }

  begin(): Transaction {
    this.#last++;
    const transaction = new Transaction(this.#last, this.around.clock());
    this.#transactions.set(transaction.id, transaction);
    return transaction;
  }

  /** What became of a transaction; null where its number was never given out. */
  statusOf(id: number): Transaction["status"] | null {
    return this.#transactions.get(id)?.status ?? null;
  }

  inProgress(): Transaction[] {
    return [...this.#transactions.values()].filter(({ status }) => status === "in progress");
  }

  advisoryHolder(key: string, own: Transaction): Transaction | null {
    return this.inProgress().find((other) => other !== own && other.advisory.has(key)) ?? null;
  }

  commit(transaction: Transaction): void {
    const changes: RowChange[] = [];
    this.commits++;
    const removed = new Set<Table>();
    for (const [slot, table] of transaction.written) {
      const { pending } = slot;
      if (pending === null || pending.by !== transaction) continue;
      const before = slot.current;
      if (this.waiting > 0) slot.older.push({ since: slot.since, row: before });
      else if (slot.older.length > 0) slot.older = [];
      slot.current = pending.row;
      slot.since = this.commits;
      slot.pending = null;
      if (pending.row === null) removed.add(table);
      if (before !== null || pending.row !== null) changes.push({ table, before, after: pending.row });
    }
    this.#release(transaction, "committed");
    for (const table of removed) this.#sweep(table);
    for (const { channel, payload } of transaction.notices) this.onNotice(channel, payload);
    this.onCommit(transaction, changes);
    this.onEnd(transaction);
  }

  rollback(transaction: Transaction): void {
    if (transaction.status !== "in progress") return;
    const removed = new Set<Table>();
    for (const [slot, table] of transaction.written) {
      if (slot.pending?.by === transaction) slot.pending = null;
      if (slot.current === null) removed.add(table);
    }
    this.#release(transaction, "aborted");
    for (const table of removed) this.#sweep(table);
    this.onEnd(transaction);
  }

  /** Writes rows as if they had been committed long ago. */
  seed(table: string, rows: readonly Row[]): void {
    const into = this.table(table);
    for (const row of rows) into.slots.push({ current: row, since: 0, older: [], pending: null, locks: [] });
  }

  /** The committed rows of a table by the names of their columns. */
  rows(table: string): Record<string, Row[number]>[] {
    const { columns, slots } = this.table(table);
    return slots.flatMap(({ current }) =>
      current === null
        ? []
        : [Object.fromEntries(columns.map(({ name }, index) => [name, current[index] ?? null]))],
    );
  }

  #release(transaction: Transaction, status: "committed" | "aborted"): void {
    transaction.status = status;
    for (const slot of transaction.locked)
      slot.locks = slot.locks.length === 1 ? [] : slot.locks.filter(({ by }) => by !== transaction);
    transaction.locked.clear();
    transaction.written.clear();
    transaction.advisory.clear();
  }

  /** Forgets rows that nobody can see any more. */
  #sweep(table: Table): void {
    if (this.waiting > 0) return;
    table.slots = table.slots.filter((slot: Slot) => slot.current !== null || slot.pending !== null);
  }
}
