import type { DecisionVersionInfo } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { refuseDecision } from "./decision-problems.ts";

/** The versions of a decision table, newest first. */
export async function decisionVersions(
  trx: Transaction<Tables>,
  caller: Caller,
  id: string,
): Promise<Result<DecisionVersionInfo[]>> {
  const { rows } = await sql<{ version: number; note: string; published_at: Date; published_by: string }>`
    select version, note, published_at, published_by from decision_version
     where tenant_id = ${caller.tenant} and decision_id = ${id} order by version desc`.execute(trx);
  if (rows.length === 0) return refuseDecision("decision.unknown", { id });
  return {
    ok: true,
    value: rows.map((row) => ({
      version: row.version,
      note: row.note,
      publishedAt: row.published_at.toISOString(),
      publishedBy: row.published_by,
    })),
  };
}
