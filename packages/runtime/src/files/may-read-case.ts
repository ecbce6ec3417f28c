import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";

/**
 * Whether the caller may read a case: with `instance.read` any of the workspace; otherwise the person who
 * started it, and whoever has, had or may take one of its tasks.
 */
export async function mayReadCase(
  trx: Transaction<Tables>,
  caller: Caller,
  instance: string,
): Promise<boolean> {
  if (!isUuid(instance)) return false;
  const { rows } = await sql`
    select from instance i
     where i.tenant_id = ${caller.tenant} and i.id = ${instance}
       and (${caller.permissions.has("instance.read")}
            or i.started_by = ${caller.user}
            or exists (select from task t where t.instance_id = i.id
                 and (t.assignee = ${caller.user} or t.closed_by = ${caller.user}
                      or ${caller.user} = any(t.candidate_people)
                      or t.candidate_roles && ${[...caller.roles]}::text[])))`.execute(trx);
  return rows.length > 0;
}
