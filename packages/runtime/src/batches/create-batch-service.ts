import type { Batch } from "@flowright/client";
import { type Selectable, sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { BatchService } from "../contract/runtime.ts";
import type { BatchTable } from "../database/batch-tables.ts";
import { isUuid } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { audit } from "../people/audit.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { batchCsv } from "./batch-csv.ts";
import { batchOf } from "./batch-of.ts";
import { refuseBatch } from "./batch-problems.ts";
import { checkBatch } from "./check-batch.ts";
import { countCases } from "./chosen-cases.ts";
import { createBatch } from "./create-batch.ts";
import { allBatchItems, listBatches, listBatchItems, readBatch } from "./read-batch.ts";

/** The same done to many cases. `wake`: there is something to carry out. */
export function createBatchService(parts: TurnParts, wake: () => void): BatchService {
  const wakeAfter = <T>(result: Result<T>): Result<T> => {
    if (result.ok) wake();
    return result;
  };
  return {
    create: async (caller, body, once) => wakeAfter(await createBatch(parts, caller, body, once)),
    count: (caller, choice) => countCases(parts, caller, choice),
    check: (caller, body) => checkBatch(parts, caller, body),
    list: (caller, query) => listBatches(parts, caller, query),
    read: (caller, id) => readBatch(parts, caller, id),
    items: (caller, id, query) => listBatchItems(parts, caller, id, query),
    export: async (caller, id, language) => {
      const items = await allBatchItems(parts, caller, id);
      return items.ok ? { ok: true, value: batchCsv(items.value, language) } : items;
    },
    pause: (caller, id) => turn(parts, caller, id, "pause"),
    resume: async (caller, id) => wakeAfter(await turn(parts, caller, id, "resume")),
    cancel: (caller, id) => turn(parts, caller, id, "cancel"),
  };
}

const STATUS = { pause: "paused", resume: "running", cancel: "cancelled" } as const;

/** Pauses, goes on or ends, and notes who did it; what is over stays as it is, and so does what stands so already. */
async function turn(
  parts: TurnParts,
  caller: Caller,
  id: string,
  what: keyof typeof STATUS,
): Promise<Result<Batch>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  if (!isUuid(id)) return refuseBatch("batch.unknown", { id });
  const status = STATUS[what];
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows: known } = await sql<Selectable<BatchTable>>`
      select * from batch where id = ${id}::uuid and tenant_id = ${caller.tenant} for update`.execute(trx);
    const [before] = known;
    if (before === undefined) return refuseBatch("batch.unknown", { id });
    if (before.status === status) return { ok: true, value: batchOf(before) };
    if (before.status === "finished" || before.status === "cancelled") return refuseBatch("batch.over");
    const { rows } = await sql<Selectable<BatchTable>>`
      update batch set status = ${status},
             finished_at = case when ${status} = 'cancelled' then clock_timestamp() end
       where id = ${id}::uuid returning *`.execute(trx);
    await audit(trx, caller, `batch.${what}`, id);
    return { ok: true, value: batchOf(rows[0] as Selectable<BatchTable>) };
  });
}
