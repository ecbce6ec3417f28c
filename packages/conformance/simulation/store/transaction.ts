import type { Row, Slot, Table } from "./table.ts";

/** What a transaction changed of one row, for those who watch the commits. */
export interface RowChange {
  readonly table: Table;
  readonly before: Row | null;
  readonly after: Row | null;
}

export class Transaction {
  readonly id: number;
  /** The time at which it began, which `now()` tells. */
  readonly began: number;
  status: "in progress" | "committed" | "aborted" = "in progress";
  readonly locked = new Set<Slot>();
  readonly written = new Map<Slot, Table>();
  /** Advisory locks by their key. */
  readonly advisory = new Set<string>();
  /** What `pg_notify` is told once it commits. */
  readonly notices: { readonly channel: string; readonly payload: string }[] = [];

  constructor(id: number, began: number) {
    this.id = id;
    this.began = began;
  }
}
