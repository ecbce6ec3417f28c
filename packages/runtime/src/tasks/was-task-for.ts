import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { parseRowId } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { caseReadable } from "../instances/case-readable.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseTask } from "./task-problems.ts";

/** The refusal for those who may read the case: the task's end by name; for all others there is no such task. */
export async function wasTaskFor<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  refused: Result<T>,
): Promise<Result<T>> {
  const key = parseRowId(id);
  if (!key) return refuseTask("task.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<{ status: string }>`
      select t.status from task t join instance i on i.id = t.instance_id
       where t.instance_id = ${key.instance}::uuid and t.number = ${key.number}::int
         and t.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}`.execute(trx);
    const status = rows[0]?.status;
    if (status === undefined) return refuseTask("task.unknown", { id });
    return status === "open" ? refused : refuseTask("task.closed", { status });
  });
}
