import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { caseReadable } from "../instances/case-readable.ts";

/** Whether the caller may read a case, by the rule that holds for the case itself. */
export async function mayReadCase(
  trx: Transaction<Tables>,
  caller: Caller,
  instance: string,
): Promise<boolean> {
  if (!isUuid(instance)) return false;
  const { rows } = await sql`
    select from instance i
     where i.tenant_id = ${caller.tenant} and i.id = ${instance}::uuid and ${caseReadable(caller, "i")}`.execute(
    trx,
  );
  return rows.length > 0;
}
