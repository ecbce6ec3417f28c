import type {
  Batch,
  BatchChosen,
  BatchDetail,
  BatchFailure,
  BatchItem,
  BatchStep,
  Page,
  ProblemItem,
} from "@flowright/client";
import { type Selectable, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { BatchItemQuery, Cursor } from "../contract/runtime.ts";
import type { BatchItemTable, BatchTable } from "../database/batch-tables.ts";
import { decodeCursor, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { batchOf } from "./batch-of.ts";
import { refuseBatch } from "./batch-problems.ts";

/** Reasons for failures that are told with a batch. */
const REASONS = 20;

/** Batches of the workspace, the newest first. */
export async function listBatches(parts: TurnParts, caller: Caller, query: Cursor): Promise<Page<Batch>> {
  const limit = pageLimit(query.limit);
  const after = decodeCursor(query.cursor, 1)?.[0];
  const older = typeof after === "string" && isUuid(after) ? sql`and id < ${after}::uuid` : sql``;
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<Selectable<BatchTable>>`
      select * from batch where tenant_id = ${caller.tenant} ${older}
       order by id desc limit ${limit + 1}`.execute(trx);
    return pageOf(rows, limit, batchOf, (row) => [row.id]);
  });
}

/** A batch, how its cases were chosen, who did what about it, and why cases failed. */
export async function readBatch(parts: TurnParts, caller: Caller, id: string): Promise<Result<BatchDetail>> {
  return await inBatch(parts, caller, id, async (trx, row) => {
    const done = await trx
      .selectFrom("audit")
      .select(["at", "actor", "action", "detail"])
      .where("tenant_id", "=", caller.tenant)
      .where("subject", "=", id)
      .orderBy("id")
      .execute();
    const created = done.find(({ action }) => action === "batch.create")?.detail as
      | { readonly choice?: BatchChosen; readonly flow?: string | null }
      | undefined;
    const { rows: failures } = await sql<BatchFailure>`
      select (array_agg(problem order by position))[1] as problem, count(*)::int as count
        from batch_item where batch_id = ${id}::uuid and status = 'failed'
       group by problem ->> 'code', problem -> 'message' ->> 'en'
       order by count(*) desc, min(position) limit ${REASONS}`.execute(trx);
    return {
      ...batchOf(row),
      definitionId: created?.flow ?? null,
      choice: created?.choice ?? null,
      history: done.flatMap(({ at, actor, action }) => {
        const what = STEPS[action];
        return what === undefined ? [] : [{ what, at: at.toISOString(), by: actor }];
      }),
      failures,
    };
  });
}

const STEPS: { readonly [action: string]: BatchStep["what"] } = {
  "batch.create": "created",
  "batch.pause": "paused",
  "batch.resume": "resumed",
  "batch.cancel": "cancelled",
};

/** Cases of a batch with what came of each, in the order in which they have their turn. */
export async function listBatchItems(
  parts: TurnParts,
  caller: Caller,
  id: string,
  query: BatchItemQuery,
): Promise<Result<Page<BatchItem>>> {
  const limit = pageLimit(query.limit);
  const after = decodeCursor(query.cursor, 1)?.[0];
  return await inBatch(parts, caller, id, async (trx) => {
    const all = trx
      .selectFrom("batch_item")
      .selectAll()
      .where("batch_id", "=", id)
      .where("position", ">", Number.isSafeInteger(after) ? Number(after) : 0)
      .orderBy("position")
      .limit(limit + 1);
    const rows = await (query.status === undefined ? all : all.where("status", "=", query.status)).execute();
    return pageOf(rows, limit, itemOf, (row) => [row.position]);
  });
}

/** Every case of a batch: 10,000 at most. */
export async function allBatchItems(
  parts: TurnParts,
  caller: Caller,
  id: string,
): Promise<Result<BatchItem[]>> {
  return await inBatch(parts, caller, id, async (trx) => {
    const all = trx.selectFrom("batch_item").selectAll().where("batch_id", "=", id).orderBy("position");
    return (await all.execute()).map(itemOf);
  });
}

async function inBatch<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  work: (trx: Transaction<Tables>, row: Selectable<BatchTable>) => Promise<T>,
): Promise<Result<T>> {
  if (!isUuid(id)) return refuseBatch("batch.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<Selectable<BatchTable>>`
      select * from batch where id = ${id}::uuid and tenant_id = ${caller.tenant}`.execute(trx);
    const [row] = rows;
    return row ? { ok: true, value: await work(trx, row) } : refuseBatch("batch.unknown", { id });
  });
}

function itemOf(row: Selectable<BatchItemTable>): BatchItem {
  return {
    instanceId: row.instance_id,
    instanceNumber: row.instance_number,
    status: row.status,
    problem: row.problem as ProblemItem | null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
