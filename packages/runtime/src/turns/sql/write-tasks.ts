import type pg from "pg";
import type { BatchChanges } from "../changes/batch-changes.ts";

/** Inserts the tasks that the batch opened; one that was announced opens with the number that it has. */
export async function insertTasks(
  client: pg.PoolClient,
  inserts: BatchChanges["taskInserts"],
): Promise<void> {
  const rows = [...inserts.values()].map((task) => ({
    tenant: task.tenant,
    instance: task.instance,
    number: task.number,
    definition: task.definitionId,
    version: task.version,
    node: task.node,
    name: task.name,
    type: task.type,
    status: task.close?.status ?? (task.waitsFor === null ? "open" : "waiting"),
    assignee: task.assignee,
    roles: task.roles,
    people: task.people,
    form: task.form,
    due: task.due,
    opened_at: task.openedAt,
    closed_at: task.close?.at ?? null,
    closed_by: task.close?.by ?? null,
    outcome: task.close?.outcome ?? null,
    comment: task.close?.comment ?? null,
    return_reason: task.returnReason,
    waits_for: task.waitsFor,
  }));
  await client.query({
    name: "turn-task-insert",
    text: `insert into task (tenant_id, instance_id, number, definition_id, version, node, name, type, status,
             assignee, candidate_roles, candidate_people, form, due, opened_at, closed_at, closed_by, outcome,
             comment, return_reason, waits_for)
           select tenant, instance, number, definition, version, node, name::json, type, status, assignee, roles,
                  people, form, due, opened_at, closed_at, closed_by, outcome, comment, return_reason, waits_for
             from json_to_recordset($1::json) as x(tenant text, instance uuid, number integer, definition text,
               version integer, node text, name text, type text, status text, assignee text, roles text[],
               people text[], form text, due timestamptz, opened_at timestamptz, closed_at timestamptz,
               closed_by text, outcome text, comment text, return_reason text, waits_for text[])
           on conflict (instance_id, number) do update set status = excluded.status, assignee = excluded.assignee,
             candidate_roles = excluded.candidate_roles, candidate_people = excluded.candidate_people,
             form = excluded.form, due = excluded.due, opened_at = excluded.opened_at,
             closed_at = excluded.closed_at, closed_by = excluded.closed_by, outcome = excluded.outcome,
             comment = excluded.comment, waits_for = excluded.waits_for`,
    values: [JSON.stringify(rows)],
  });
}

/** Reassigns and closes tasks that existed before the batch. */
export async function updateTasks(
  client: pg.PoolClient,
  changes: BatchChanges["taskChanges"],
): Promise<void> {
  const rows = [...changes.values()].map((task) => ({
    instance: task.instance,
    number: task.number,
    assign: task.assign !== null,
    assignee: task.assign?.assignee ?? null,
    roles: task.assign?.roles ?? [],
    people: task.assign?.people ?? [],
    status: task.close?.status ?? null,
    closed_at: task.close?.at ?? null,
    closed_by: task.close?.by ?? null,
    outcome: task.close?.outcome ?? null,
    comment: task.close?.comment ?? null,
  }));
  await client.query({
    name: "turn-task-update",
    text: `update task t set
             assignee = case when x.assign then x.assignee else t.assignee end,
             candidate_roles = case when x.assign then x.roles else t.candidate_roles end,
             candidate_people = case when x.assign then x.people else t.candidate_people end,
             status = coalesce(x.status, t.status), closed_at = coalesce(x.closed_at, t.closed_at),
             closed_by = coalesce(x.closed_by, t.closed_by), outcome = coalesce(x.outcome, t.outcome),
             comment = coalesce(x.comment, t.comment)
             from json_to_recordset($1::json) as x(instance uuid, number integer, assign boolean, assignee text,
               roles text[], people text[], status text, closed_at timestamptz, closed_by text, outcome text,
               comment text)
            where t.instance_id = x.instance and t.number = x.number`,
    values: [JSON.stringify(rows)],
  });
}
