import type { Batch } from "@flowright/client";
import type { Selectable } from "kysely";
import type { BatchTable } from "../database/batch-tables.ts";

/** A batch as the API has it, of its row. */
export function batchOf(row: Selectable<BatchTable>): Batch {
  return {
    id: row.id,
    operation: row.operation,
    status: row.status,
    total: row.total,
    done: row.done,
    failed: row.failed,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
