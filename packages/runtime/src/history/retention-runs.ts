import type { RetentionRun } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Runs that are remembered per workspace. */
const KEPT = 50;
const SHOWN = 20;
const LONGEST_PROBLEM = 1_000;

/** The workspace's runs, the newest first. */
export async function readRuns(
  trx: Transaction<Tables>,
  tenant: string,
  limit = SHOWN,
): Promise<RetentionRun[]> {
  const rows = await trx
    .selectFrom("retention_run")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    total: row.total,
    cases: row.cases,
    exported: row.exported,
    finishedAt: row.finished_at?.toISOString() ?? null,
    problem: row.problem,
  }));
}

/** Begins a run of the workspace unless one is open; gives its id, and whether it is new. */
export async function beginRun(
  trx: Transaction<Tables>,
  tenant: string,
  by: string | null,
  total: number,
): Promise<{ readonly id: string; readonly begun: boolean }> {
  const inserted = await sql<{ id: string }>`
    insert into retention_run (tenant_id, asked_at, asked_by, total)
    values (${tenant}, clock_timestamp(), ${by}, ${total})
    on conflict (tenant_id) where finished_at is null do nothing returning id`.execute(trx);
  const id = inserted.rows[0]?.id;
  if (id === undefined) {
    const open = await openRun(trx, tenant);
    // It ended in between: then there is room for another one.
    return open === null ? await beginRun(trx, tenant, by, total) : { id: open, begun: false };
  }
  await sql`
    delete from retention_run where tenant_id = ${tenant} and id <= (
      select id from retention_run where tenant_id = ${tenant} order by id desc offset ${KEPT} limit 1)`.execute(
    trx,
  );
  return { id, begun: true };
}

/** The run that was asked for, or that a dead server left; null where there is none. */
export async function openRun(trx: Transaction<Tables>, tenant: string): Promise<string | null> {
  const row = await trx
    .selectFrom("retention_run")
    .select("id")
    .where("tenant_id", "=", tenant)
    .where("finished_at", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Workspaces with a run that somebody has to carry out. */
export async function tenantsWithRuns(trx: Transaction<Tables>): Promise<string[]> {
  const rows = await trx
    .selectFrom("retention_run")
    .select("tenant_id")
    .where("finished_at", "is", null)
    .execute();
  return rows.map((row) => row.tenant_id);
}

/** In the transaction that removes the cases, so that the count is right whenever a server dies. */
export async function countRemoved(
  trx: Transaction<Tables>,
  run: string,
  cases: number,
  exported: number,
): Promise<void> {
  await sql`
    update retention_run set cases = cases + ${cases}, exported = exported + ${exported} where id = ${run}`.execute(
    trx,
  );
}

export async function finishRun(
  trx: Transaction<Tables>,
  run: string,
  problem: string | null,
): Promise<void> {
  await sql`
    update retention_run set finished_at = clock_timestamp(), problem = ${problem?.slice(0, LONGEST_PROBLEM) ?? null}
     where id = ${run} and finished_at is null`.execute(trx);
}
