import type { BatchChoice, BatchCount, BatchFilter } from "@flowright/client";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { instanceConditions } from "../instances/list-instances.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseBatch } from "./batch-problems.ts";

/** Cases of one batch at most. */
const MOST_CASES = 10_000;

export interface ChosenCase {
  readonly id: string;
  /** Null: there is no such case. */
  readonly number: string | null;
  /** Its flow; null: there is no such case. */
  readonly flow: string | null;
}

/** The cases of a choice in the order of their ids, each once; those named that do not exist among them. */
export async function chosenCases(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  choice: BatchChoice,
): Promise<Result<readonly ChosenCase[]>> {
  const { instances, where, failedOf } = choice;
  if (instances !== undefined && where === undefined && failedOf === undefined)
    return await namedCases(trx, caller, instances);
  const condition = await conditionOf(parts, trx, caller, choice);
  if (!condition.ok) return condition;
  const { rows } = await sql<ChosenCase>`
    select i.id, i.number, i.definition_id as flow from instance i
     where i.tenant_id = ${caller.tenant} and ${condition.value}
     order by i.id limit ${MOST_CASES + 1}`.execute(trx);
  if (rows.length > MOST_CASES) return refuseBatch("batch.too-many", { most: MOST_CASES });
  if (rows.length > 0) return { ok: true, value: rows };
  if (where === undefined) return refuseBatch("batch.none-failed");
  return (await isFlow(trx, caller, where))
    ? refuseBatch("batch.no-cases")
    : refuseBatch("batch.flow-unknown", { id: where.definitionId ?? "" }, { path: "/where/definitionId" });
}

/** How many cases a choice has, counted as far as a batch could take them. */
export async function countCases(
  parts: TurnParts,
  caller: Caller,
  choice: BatchChoice,
): Promise<Result<BatchCount>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  return await withTenant(parts.database, caller, async (trx) => {
    const condition = await conditionOf(parts, trx, caller, choice);
    if (!condition.ok) return condition;
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from (
        select from instance i where i.tenant_id = ${caller.tenant} and ${condition.value}
         limit ${MOST_CASES + 1}) found`.execute(trx);
    const total = rows[0]?.total ?? 0;
    return { ok: true, value: { total: Math.min(total, MOST_CASES), tooMany: total > MOST_CASES } };
  });
}

async function namedCases(
  trx: Transaction<Tables>,
  caller: Caller,
  instances: readonly string[],
): Promise<Result<readonly ChosenCase[]>> {
  const ids = idsOf(instances);
  if (!ids.ok) return ids;
  if (ids.value.length === 0) return refuseBatch("batch.no-choice", {}, { path: "/instances" });
  if (ids.value.length > MOST_CASES) return refuseBatch("batch.too-many", { most: MOST_CASES });
  const { rows } = await sql<ChosenCase>`
    select wanted.id, i.number, i.definition_id as flow
      from unnest(${[...ids.value]}::uuid[]) as wanted(id)
      left join instance i on i.id = wanted.id and i.tenant_id = ${caller.tenant}
     order by wanted.id`.execute(trx);
  return { ok: true, value: rows };
}

/** The condition of a choice on the instance `i`. */
async function conditionOf(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  { instances, where, failedOf }: BatchChoice,
): Promise<Result<RawBuilder<unknown>>> {
  if ([instances, where, failedOf].filter((one) => one !== undefined).length !== 1)
    return refuseBatch("batch.no-choice");
  if (instances !== undefined) {
    const ids = idsOf(instances);
    return ids.ok ? { ok: true, value: sql`i.id = any(${[...ids.value]}::uuid[])` } : ids;
  }
  if (failedOf === undefined) return { ok: true, value: instanceConditions(parts, caller, where ?? {}) };
  if (!isUuid(failedOf)) return refuseBatch("batch.unknown", { id: failedOf }, { path: "/failedOf" });
  const { rows } = await sql`
    select 1 from batch where id = ${failedOf}::uuid and tenant_id = ${caller.tenant}`.execute(trx);
  if (rows.length === 0) return refuseBatch("batch.unknown", { id: failedOf }, { path: "/failedOf" });
  const failed = sql`select b.instance_id from batch_item b
    where b.batch_id = ${failedOf}::uuid and b.status = 'failed'`;
  return { ok: true, value: sql`i.id in (${failed})` };
}

function idsOf(instances: readonly string[]): Result<readonly string[]> {
  const ids = [...new Set(instances.map((id) => id.toLowerCase()))];
  const wrong = instances.findIndex((id) => !isUuid(id.toLowerCase()));
  return wrong === -1
    ? { ok: true, value: ids }
    : refuseBatch("batch.no-choice", {}, { path: `/instances/${wrong}` });
}

/** Whether there is the flow that a filter names, if it names one. */
async function isFlow(
  trx: Transaction<Tables>,
  caller: Caller,
  { definitionId }: BatchFilter,
): Promise<boolean> {
  if (definitionId === undefined) return true;
  const { rows } = await sql`
    select 1 from definition where id = ${definitionId} and tenant_id = ${caller.tenant}`.execute(trx);
  return rows.length > 0;
}
