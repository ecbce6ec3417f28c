import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { LookedAt } from "./look-at-case.ts";

/** Tells live readers of the case and of its flow that something changed outside of a turn. */
export async function tellChanged(
  trx: Transaction<Tables>,
  { tenant, id, definitionId, seq }: Pick<LookedAt, "tenant" | "id" | "definitionId" | "seq">,
): Promise<void> {
  const change = JSON.stringify({ kind: "instance.changed", instanceId: id, seq });
  await sql`
    insert into live_change (tenant_id, topic, change)
    values (${tenant}, ${`instance:${id}`}, ${change}::json), (${tenant}, ${`definition:${definitionId}`}, ${change}::json)`.execute(
    trx,
  );
}
