import type { BatchChoice } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { instanceConditions } from "../instances/list-instances.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseBatch } from "./batch-problems.ts";

/** Cases of one batch at most. */
const MOST_CASES = 10_000;

export interface ChosenCase {
  readonly id: string;
  /** Null: there is no such case. */
  readonly number: string | null;
}

/** The cases of a choice in the order of their ids, each once; those named that do not exist among them. */
export async function chosenCases(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  { instances, where }: BatchChoice,
): Promise<Result<readonly ChosenCase[]>> {
  if ((instances === undefined) === (where === undefined)) return refuseBatch("batch.no-choice");
  if (instances !== undefined) {
    const ids = [...new Set(instances.map((id) => id.toLowerCase()))];
    if (ids.length > MOST_CASES) return refuseBatch("batch.too-many", { most: MOST_CASES });
    const wrong = instances.findIndex((id) => !isUuid(id.toLowerCase()));
    if (wrong !== -1) return refuseBatch("batch.no-choice", {}, { path: `/instances/${wrong}` });
    const { rows } = await sql<ChosenCase>`
      select wanted.id, i.number
        from unnest(${ids}::uuid[]) as wanted(id)
        left join instance i on i.id = wanted.id and i.tenant_id = ${caller.tenant}
       order by wanted.id`.execute(trx);
    return { ok: true, value: rows };
  }
  const { rows } = await sql<ChosenCase>`
    select i.id, i.number from instance i
     where i.tenant_id = ${caller.tenant} and ${instanceConditions(parts, caller, where ?? {})}
     order by i.id limit ${MOST_CASES + 1}`.execute(trx);
  if (rows.length > MOST_CASES) return refuseBatch("batch.too-many", { most: MOST_CASES });
  return rows.length === 0 ? refuseBatch("batch.no-cases") : { ok: true, value: rows };
}
