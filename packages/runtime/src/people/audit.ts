import type { JsonObject } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Tables } from "../database/tables.ts";

/** Notes in the same transaction who changed what in the workspace's administration. */
export async function audit(
  trx: Transaction<Tables>,
  caller: Caller,
  action: string,
  subject: string,
  detail: JsonObject = {},
): Promise<void> {
  await sql`insert into audit (tenant_id, at, actor, action, subject, detail)
    values (${caller.tenant}, now(), ${caller.user}, ${action}, ${subject}, ${JSON.stringify(detail)})`.execute(
    trx,
  );
}
