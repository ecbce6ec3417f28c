import type { BatchOperation, ProblemItem } from "@flowright/client";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type NullableInstant = ColumnType<Date | null, string | null, string | null>;

/** Tables of the same done to many cases. */
export interface BatchTables {
  batch: BatchTable;
  batch_item: BatchItemTable;
}

export interface BatchTable {
  id: string;
  tenant_id: string;
  operation: JSONColumnType<BatchOperation, string, string>;
  status: "running" | "paused" | "finished" | "cancelled";
  total: number;
  done: Generated<number>;
  failed: Generated<number>;
  created_by: string;
  created_at: ColumnType<Date, string | undefined, never>;
  finished_at: NullableInstant;
  leased_until: NullableInstant;
  node_epoch: string | null;
}

export interface BatchItemTable {
  tenant_id: string;
  batch_id: string;
  position: number;
  instance_id: string;
  instance_number: string | null;
  status: Generated<"waiting" | "done" | "failed">;
  problem: JSONColumnType<ProblemItem | null, string | null, string | null>;
  finished_at: NullableInstant;
}
