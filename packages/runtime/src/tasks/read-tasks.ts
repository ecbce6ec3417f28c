import type { TaskStatus, TaskSummary, TaskType } from "@flowright/client";
import type { LocalizedText } from "@flowright/definition";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

interface TaskRow {
  instance_id: string;
  number: number;
  instance_number: string;
  title: string | null;
  business_key: string | null;
  definition_id: string;
  definition_name: LocalizedText;
  node: string;
  name: LocalizedText;
  type: TaskType;
  status: TaskStatus;
  assignee: string | null;
  candidate_roles: string[];
  candidate_people: string[];
  opened_at: Date;
  due: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  outcome: string | null;
  return_reason: string | null;
  waits_for: { node: string; name: LocalizedText | null; people: string[]; roles: string[] }[] | null;
}

/** Steps that a step of a plan still waits for, with those who do them; what is done already is left out. */
const BLOCKERS = sql`
  (select json_agg(json_build_object('node', w.node, 'name', b.name, 'people', coalesce(b.people, '{}'),
            'roles', coalesce(b.roles, '{}')) order by w.node)
     from unnest(t.waits_for) as w(node)
     left join lateral (
       select o.name, case when o.assignee is null then o.candidate_people else array[o.assignee] end as people,
              case when o.assignee is null then o.candidate_roles else '{}' end as roles
         from task o where o.instance_id = t.instance_id and o.node = w.node and o.status in ('open', 'waiting')
        limit 1) b on true
    where b.name is not null or not exists (
      select from task d where d.instance_id = t.instance_id and d.node = w.node and d.status = 'completed'))`;

/** Tasks (table `t`, their case `i`) under a condition. */
export async function readTasks(
  trx: Transaction<Tables>,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<TaskSummary[]> {
  const { rows } = await sql<TaskRow>`
    select t.instance_id, t.number, i.number as instance_number, i.title, i.business_key, t.definition_id,
           d.name as definition_name, t.node, t.name, t.type, t.status, t.assignee, t.candidate_roles,
           t.candidate_people, t.opened_at, t.due, t.closed_at, t.closed_by, t.outcome, t.return_reason,
           case when t.status = 'waiting' then ${BLOCKERS} end as waits_for
      from task t
      join instance i on i.id = t.instance_id
      join definition d on d.tenant_id = t.tenant_id and d.id = t.definition_id
     where ${condition} order by ${order} limit ${limit}`.execute(trx);
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
    status: row.status,
    assignee: row.assignee,
    candidateRoles: row.candidate_roles,
    candidatePeople: row.candidate_people,
    openedAt: row.opened_at.toISOString(),
    due: row.due?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    outcome: row.outcome,
    returnReason: row.return_reason,
    waitsFor: (row.waits_for ?? []).map(({ name, ...blocker }) => ({
      ...blocker,
      name: name ?? blocker.node,
    })),
  }));
}
