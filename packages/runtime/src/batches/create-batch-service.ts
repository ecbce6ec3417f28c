import type { Batch, BatchItem, CreateBatch, Page } from "@flowright/client";
import { type Selectable, sql } from "kysely";
import { v7 as uuid } from "uuid";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { BatchItemQuery, BatchService, Cursor, Once } from "../contract/runtime.ts";
import type { BatchTable } from "../database/batch-tables.ts";
import { decodeCursor, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseBatch } from "./batch-problems.ts";
import { checkMigrations } from "./check-migrations.ts";
import { chosenCases } from "./chosen-cases.ts";

/** The same done to many cases. `wake`: there is something to carry out. */
export function createBatchService(parts: TurnParts, wake: () => void): BatchService {
  const turnTo = (status: "running" | "paused" | "cancelled") => async (caller: Caller, id: string) => {
    const missing = requirePermission(caller, "instance.operate");
    if (missing) return missing;
    const turned = await turn(parts, caller, id, status);
    if (turned.ok && status === "running") wake();
    return turned;
  };
  return {
    create: async (caller, body, once) => {
      const missing = requirePermission(caller, "instance.operate");
      if (missing) return missing;
      const made = await create(parts, caller, body, once);
      if (made.ok) wake();
      return made;
    },
    check: (caller, body) => checkMigrations(parts, caller, body),
    list: (caller, query) => list(parts, caller, query),
    read: (caller, id) => read(parts, caller, id),
    items: (caller, id, query) => items(parts, caller, id, query),
    pause: turnTo("paused"),
    resume: turnTo("running"),
    cancel: turnTo("cancelled"),
  };
}

async function create(
  parts: TurnParts,
  caller: Caller,
  body: CreateBatch,
  once: Once | undefined,
): Promise<Result<Batch>> {
  return await withTenant(parts.database, caller, (trx) =>
    withOnce(trx, caller, once, "batch", body, async () => {
      const chosen = await chosenCases(parts, trx, caller, body);
      if (!chosen.ok) return chosen;
      const id = uuid();
      const { rows } = await sql<Selectable<BatchTable>>`
        insert into batch (id, tenant_id, operation, status, total, created_by)
        values (${id}::uuid, ${caller.tenant}, ${JSON.stringify(body.operation)}, 'running',
                ${chosen.value.length}::int, ${caller.user})
        returning *`.execute(trx);
      await sql`
        insert into batch_item (tenant_id, batch_id, position, instance_id, instance_number)
        select ${caller.tenant}, ${id}::uuid, position, id, number
          from unnest(${chosen.value.map((each) => each.id)}::uuid[],
                      ${chosen.value.map((each) => each.number)}::text[]) with ordinality
               as chosen(id, number, position)`.execute(trx);
      return { ok: true, value: batchOf(rows[0] as Selectable<BatchTable>) };
    }),
  );
}

/** Pauses, goes on or ends; what is over stays as it is. */
async function turn(
  parts: TurnParts,
  caller: Caller,
  id: string,
  status: "running" | "paused" | "cancelled",
): Promise<Result<Batch>> {
  if (!isUuid(id)) return refuseBatch("batch.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<Selectable<BatchTable>>`
      update batch set status = ${status},
             finished_at = case when ${status} = 'cancelled' then clock_timestamp() end
       where id = ${id}::uuid and tenant_id = ${caller.tenant} and status in ('running', 'paused')
      returning *`.execute(trx);
    const [row] = rows;
    if (row) return { ok: true, value: batchOf(row) };
    const { rows: known } = await sql`
      select 1 from batch where id = ${id}::uuid and tenant_id = ${caller.tenant}`.execute(trx);
    return known.length > 0 ? refuseBatch("batch.over") : refuseBatch("batch.unknown", { id });
  });
}

async function list(parts: TurnParts, caller: Caller, query: Cursor): Promise<Page<Batch>> {
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

async function read(parts: TurnParts, caller: Caller, id: string): Promise<Result<Batch>> {
  if (!isUuid(id)) return refuseBatch("batch.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<Selectable<BatchTable>>`
      select * from batch where id = ${id}::uuid and tenant_id = ${caller.tenant}`.execute(trx);
    const [row] = rows;
    return row ? { ok: true, value: batchOf(row) } : refuseBatch("batch.unknown", { id });
  });
}

async function items(
  parts: TurnParts,
  caller: Caller,
  id: string,
  query: BatchItemQuery,
): Promise<Result<Page<BatchItem>>> {
  const batch = await read(parts, caller, id);
  if (!batch.ok) return batch;
  const limit = pageLimit(query.limit);
  const after = decodeCursor(query.cursor, 1)?.[0];
  return await withTenant(parts.database, caller, async (trx) => {
    const all = trx
      .selectFrom("batch_item")
      .selectAll()
      .where("batch_id", "=", id)
      .where("position", ">", Number.isSafeInteger(after) ? Number(after) : 0)
      .orderBy("position")
      .limit(limit + 1);
    const rows = await (query.status === undefined ? all : all.where("status", "=", query.status)).execute();
    const page = pageOf(
      rows,
      limit,
      (row): BatchItem => ({
        instanceId: row.instance_id,
        instanceNumber: row.instance_number,
        status: row.status,
        problem: row.problem,
        finishedAt: row.finished_at?.toISOString() ?? null,
      }),
      (row) => [row.position],
    );
    return { ok: true, value: page };
  });
}

function batchOf(row: Selectable<BatchTable>): Batch {
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
