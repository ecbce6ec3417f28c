import type pg from "pg";
import type { BatchChanges, TaskChange, TaskInsert } from "../changes/batch-changes.ts";
import { plainArray, textArray, textArrays } from "./array-literal.ts";

/** Inserts the tasks that the batch opened; one that was announced opens with the number that it has. */
export function insertTasks(client: pg.PoolClient, inserts: BatchChanges["taskInserts"]): Promise<unknown>[] {
  const open: TaskInsert[] = [];
  const others: TaskInsert[] = [];
  for (const task of inserts.values()) {
    (task.isNew && task.waitsFor === null && task.close === null ? open : others).push(task);
  }
  return [
    ...(open.length > 0 ? [insertOpen(client, open)] : []),
    ...(others.length > 0 ? [putTasks(client, others)] : []),
  ];
}

/** The tasks of nearly every turn: new and open. Nothing can be in their place, so nothing is looked for there. */
function insertOpen(client: pg.PoolClient, tasks: readonly TaskInsert[]): Promise<unknown> {
  return client.query({
    name: "turn-task-open",
    text: `insert into task (tenant_id, instance_id, number, definition_id, version, node, name, type, status,
             assignee, candidate_roles, candidate_people, form, due, opened_at, return_reason)
           select tenant, instance, number, definition, version, node, name::json, type, 'open', assignee,
                  roles::text[], people::text[], form, due, opened_at, return_reason
             from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::int[], $6::text[], $7::text[],
               $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[],
               $14::timestamptz[], $15::text[]) as x(tenant, instance, number, definition, version, node, name,
               type, assignee, roles, people, form, due, opened_at, return_reason)`,
    values: [
      textArray(tasks.map(({ tenant }) => tenant)),
      plainArray(tasks.map(({ instance }) => instance)),
      plainArray(tasks.map(({ number }) => number)),
      textArray(tasks.map(({ definitionId }) => definitionId)),
      plainArray(tasks.map(({ version }) => version)),
      textArray(tasks.map(({ node }) => node)),
      textArray(tasks.map(({ name }) => name)),
      textArray(tasks.map(({ type }) => type)),
      textArray(tasks.map(({ assignee }) => assignee)),
      textArrays(tasks.map(({ roles }) => roles)),
      textArrays(tasks.map(({ people }) => people)),
      textArray(tasks.map(({ form }) => form)),
      plainArray(tasks.map(({ due }) => due)),
      plainArray(tasks.map(({ openedAt }) => openedAt)),
      textArray(tasks.map(({ returnReason }) => returnReason)),
    ],
  });
}

/** Tasks that wait for others, that were announced before, or that were opened and closed in one batch. */
function putTasks(client: pg.PoolClient, tasks: readonly TaskInsert[]): Promise<unknown> {
  const rows = tasks.map((task) => ({
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
  return client.query({
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
export function updateTasks(client: pg.PoolClient, changes: BatchChanges["taskChanges"]): Promise<unknown>[] {
  const closed: (TaskChange & { readonly close: NonNullable<TaskChange["close"]> })[] = [];
  const others: TaskChange[] = [];
  for (const task of changes.values()) {
    const { close } = task;
    if (task.assign === null && close !== null) closed.push({ ...task, close });
    else others.push(task);
  }
  return [
    ...(closed.length > 0 ? [closeTasks(client, closed)] : []),
    ...(others.length > 0 ? [changeTasks(client, others)] : []),
  ];
}

function closeTasks(
  client: pg.PoolClient,
  tasks: readonly (TaskChange & { readonly close: NonNullable<TaskChange["close"]> })[],
): Promise<unknown> {
  return client.query({
    name: "turn-task-close",
    text: `update task t set status = x.status, closed_at = x.at, closed_by = x.by,
             outcome = coalesce(x.outcome, t.outcome), comment = coalesce(x.comment, t.comment)
             from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
               as x(instance, number, status, at, by, outcome, comment)
            where t.instance_id = x.instance and t.number = x.number`,
    values: [
      plainArray(tasks.map(({ instance }) => instance)),
      plainArray(tasks.map(({ number }) => number)),
      textArray(tasks.map(({ close }) => close.status)),
      plainArray(tasks.map(({ close }) => close.at)),
      textArray(tasks.map(({ close }) => close.by)),
      textArray(tasks.map(({ close }) => close.outcome)),
      textArray(tasks.map(({ close }) => close.comment)),
    ],
  });
}

function changeTasks(client: pg.PoolClient, tasks: readonly TaskChange[]): Promise<unknown> {
  const rows = tasks.map((task) => ({
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
  return client.query({
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
