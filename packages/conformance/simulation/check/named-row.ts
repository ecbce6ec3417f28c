import type { Row, Table, Value } from "../store/table.ts";

/** A row by the names of its columns. */
export type Named = (column: string) => Value;

export function named(table: Table, row: Row): Named {
  return (column) => row[table.at(column)] ?? null;
}
