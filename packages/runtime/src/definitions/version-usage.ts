import type { VersionUsage } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { refuseDefinition } from "./definition-problems.ts";

/** How many cases each version of a flow has, open and finished; the latest version first. */
export async function versionUsage(
  trx: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<Result<VersionUsage[]>> {
  const { rows } = await sql<VersionUsage>`
    select v.version, count(i.id) filter (where i.ended_at is null)::int as open,
           count(i.id) filter (where i.ended_at is not null)::int as finished
      from definition_version v
      left join instance i
        on i.tenant_id = v.tenant_id and i.definition_id = v.definition_id and i.version = v.version
     where v.tenant_id = ${tenant} and v.definition_id = ${id}
     group by v.version order by v.version desc`.execute(trx);
  return rows.length === 0 ? refuseDefinition("definition.unknown", { id }) : { ok: true, value: rows };
}
