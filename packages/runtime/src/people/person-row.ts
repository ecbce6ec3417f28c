import type { Person } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

interface PersonRow {
  readonly user_name: string;
  readonly name: string;
  readonly roles: string[];
  readonly active: boolean;
  readonly language: "en" | "zh-CN" | null;
  readonly open_tasks: number;
}

/** People of a workspace by name, or the one named. */
export async function selectPeople(
  trx: Transaction<Tables>,
  tenant: string,
  user: string | null = null,
): Promise<Person[]> {
  const { rows } = await sql<PersonRow>`
    select m.user_name, m.name, m.roles, m.active, p.language,
           (select count(*)::int from task t
             where t.tenant_id = m.tenant_id and t.assignee = m.user_name and t.status = 'open') as open_tasks
      from member m join person p on p.user_name = m.user_name
     where m.tenant_id = ${tenant} and (${user}::text is null or m.user_name = ${user})
     order by m.name, m.user_name`.execute(trx);
  return rows.map((row) => ({
    user: row.user_name,
    name: row.name,
    roles: row.roles,
    active: row.active,
    language: row.language,
    openTasks: row.open_tasks,
  }));
}

/** One person of the workspace, or null. */
export async function selectPerson(
  trx: Transaction<Tables>,
  tenant: string,
  user: string,
): Promise<Person | null> {
  return (await selectPeople(trx, tenant, user))[0] ?? null;
}
