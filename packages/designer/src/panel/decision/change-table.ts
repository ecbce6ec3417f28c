import type { DecisionTable } from "@flowright/definition";
import type { Side } from "./table-edits.ts";

/** A change of the table; `typing` joins key strokes in one cell or field. */
export type ChangeTable = (table: DecisionTable, typing?: string) => void;

/** A column of conditions or of results. */
export interface Column {
  readonly side: Side;
  readonly at: number;
}
