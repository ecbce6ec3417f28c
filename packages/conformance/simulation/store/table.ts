/**
 * A value as the model keeps it: instants as milliseconds since 1970 with fractions, intervals as milliseconds, JSON as
 * text, uuid and xid8 as text and number, all whole and broken numbers as numbers.
 */
export type Value = string | number | boolean | null | readonly Value[];
export type Row = readonly Value[];

/** How strongly a row is locked; two locks of different transactions are in each other's way from a sum of 3 on. */
export const LOCK = { "key share": 0, share: 1, "no key update": 2, update: 3 } as const;

/** Whoever locks or writes rows: a transaction. */
export interface Holder {
  readonly id: number;
}

interface RowLock {
  readonly by: Holder;
  strength: number;
}

/** A row with the versions of it that somebody may still see. */
export interface Slot {
  /** The newest version that was committed; null before that and once it was removed. */
  current: Row | null;
  /** Number of the commit that made it. */
  since: number;
  /** Earlier versions, for statements that began before; the newest last. */
  older: { readonly since: number; readonly row: Row | null }[];
  /** What a transaction under way made of it; null as its row: removed. */
  pending: { readonly by: Holder; row: Row | null } | null;
  locks: RowLock[];
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Null: no default. `identity` counts. */
  readonly byDefault: string | null;
}

/** A unique index; rows that its condition leaves out, or with a null, may repeat. */
export interface UniqueIndex {
  readonly name: string;
  readonly columns: readonly number[];
  covers(row: Row): boolean;
}

export class Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly position: ReadonlyMap<string, number>;
  readonly unique: UniqueIndex[] = [];
  readonly tenant: number | null;
  slots: Slot[] = [];
  counter = 0;

  constructor(name: string, columns: readonly Column[]) {
    this.name = name;
    this.columns = columns;
    this.position = new Map(columns.map((column, index) => [column.name, index]));
    this.tenant = this.position.get("tenant_id") ?? null;
  }

  /** Position of a column; throws where there is none. */
  at(column: string): number {
    const found = this.position.get(column);
    if (found === undefined) throw new Error(`The table ${this.name} has no column ${column}`);
    return found;
  }
}

/** The version of a row that a statement of `own` sees which began after the commit numbered `snapshot`. */
export function visible(slot: Slot, own: Holder, snapshot: number): Row | null {
  if (slot.pending !== null && slot.pending.by === own) return slot.pending.row;
  if (slot.since <= snapshot) return slot.current;
  for (let index = slot.older.length - 1; index >= 0; index--) {
    const version = slot.older[index];
    if (version !== undefined && version.since <= snapshot) return version.row;
  }
  return null;
}
