import type { TaskSummary } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { readTasks } from "../tasks/read-tasks.ts";

/** Most tasks that are handed over at once. */
const MOST = 10_000;

/** Open tasks in a person's own hands, the most urgent first. */
export function selectOpenTasks(
  trx: Transaction<Tables>,
  tenant: string,
  user: string,
): Promise<TaskSummary[]> {
  return readTasks(
    trx,
    sql`t.tenant_id = ${tenant} and t.assignee = ${user} and t.status = 'open'`,
    sql`t.due nulls last, t.opened_at, t.instance_id, t.number`,
    MOST,
  );
}
