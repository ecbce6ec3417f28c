import type { TaskSummary, Text } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

interface OpenTaskRow {
  readonly instance_id: string;
  readonly instance_number: string;
  readonly title: string | null;
  readonly business_key: string | null;
  readonly definition_id: string;
  readonly definition_name: Text;
  readonly number: number;
  readonly node: string;
  readonly name: Text;
  readonly type: TaskSummary["type"];
  readonly assignee: string | null;
  readonly candidate_roles: string[];
  readonly candidate_people: string[];
  readonly opened_at: Date;
  readonly due: Date | null;
  readonly return_reason: string | null;
}

/** Open tasks in a person's own hands, the most urgent first. */
export async function selectOpenTasks(
  trx: Transaction<Tables>,
  tenant: string,
  user: string,
): Promise<TaskSummary[]> {
  const { rows } = await sql<OpenTaskRow>`
    select t.instance_id, i.number as instance_number, i.title, i.business_key, t.definition_id,
           d.name as definition_name, t.number, t.node, t.name, t.type, t.assignee, t.candidate_roles,
           t.candidate_people, t.opened_at, t.due, t.return_reason
      from task t join instance i on i.id = t.instance_id
      join definition d on d.tenant_id = t.tenant_id and d.id = t.definition_id
     where t.tenant_id = ${tenant} and t.assignee = ${user} and t.status = 'open'
     order by t.due nulls last, t.opened_at, t.instance_id, t.number`.execute(trx);
  return rows.map((row) => ({
    id: `${row.instance_id}.${row.number}`,
    instanceId: row.instance_id,
    instanceNumber: row.instance_number,
    instanceTitle: row.title,
    businessKey: row.business_key,
    definitionId: row.definition_id,
    definitionName: row.definition_name,
    node: row.node,
    name: row.name,
    type: row.type,
    status: "open",
    assignee: row.assignee,
    candidateRoles: row.candidate_roles,
    candidatePeople: row.candidate_people,
    openedAt: row.opened_at.toISOString(),
    due: row.due?.toISOString() ?? null,
    closedAt: null,
    closedBy: null,
    outcome: null,
    returnReason: row.return_reason,
  }));
}
