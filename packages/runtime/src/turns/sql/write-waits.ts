import type pg from "pg";
import type {
  BatchChanges,
  JobInsert,
  Put,
  SubscriptionInsert,
  TimerInsert,
  WaitKey,
} from "../changes/batch-changes.ts";

/** Rows of jobs, timers and subscriptions: inserts, removals, and the pause of a suspended case. */
export function writeWaits(client: pg.PoolClient, changes: BatchChanges): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  const jobs = split<JobInsert>(changes.jobs);
  const timers = split<TimerInsert>(changes.timers);
  const subscriptions = split<SubscriptionInsert>(changes.subscriptions);
  if (jobs.gone.length > 0) sent.push(remove(client, "job", jobs.gone));
  if (timers.gone.length > 0) sent.push(remove(client, "timer", timers.gone));
  if (subscriptions.gone.length > 0) sent.push(remove(client, "subscription", subscriptions.gone));
  if (jobs.rows.length > 0) sent.push(insert(client, "turn-job-insert", INSERT_JOBS, jobs.rows));
  if (timers.rows.length > 0) sent.push(insert(client, "turn-timer-insert", INSERT_TIMERS, timers.rows));
  if (subscriptions.rows.length > 0) {
    sent.push(insert(client, "turn-subscription-insert", INSERT_SUBSCRIPTIONS, subscriptions.rows));
  }
  // After the inserts: a wait that was opened and suspended in one batch is paused as well.
  for (const paused of [true, false]) {
    const ids = [...changes.paused].filter(([, change]) => change.paused === paused).map(([id]) => id);
    if (ids.length === 0) continue;
    for (const table of ["job", "timer", "subscription"] as const) {
      sent.push(
        client.query({
          name: `turn-pause-${table}`,
          text: `update ${table} set paused = $2 where instance_id = any($1::uuid[])`,
          values: [ids, paused],
        }),
      );
    }
  }
  return sent;
}

function split<Row>(puts: ReadonlyMap<string, Put<Row>>): { rows: Row[]; gone: WaitKey[] } {
  const rows: Row[] = [];
  const gone: WaitKey[] = [];
  for (const put of puts.values()) {
    if ("key" in put) gone.push(put.key);
    else rows.push(put.row);
  }
  return { rows, gone };
}

function insert(
  client: pg.PoolClient,
  name: string,
  text: string,
  rows: readonly object[],
): Promise<unknown> {
  return client.query({ name, text, values: [JSON.stringify(rows)] });
}

function remove(
  client: pg.PoolClient,
  table: "job" | "timer" | "subscription",
  keys: readonly WaitKey[],
): Promise<unknown> {
  return client.query({
    name: `turn-${table}-delete`,
    text: `delete from ${table} t using unnest($1::uuid[], $2::int[]) as x(instance, number)
            where t.instance_id = x.instance and t.number = x.number`,
    values: [keys.map((key) => key.instance), keys.map((key) => key.number)],
  });
}

const INSERT_JOBS = `
insert into job (tenant_id, instance_id, number, definition_id, node, type, call, input, attempts, backoff,
    timeout_ms, opened_at, next_at, paused, traceparent)
  select tenant, instance, number, "definitionId", node, type, call::json, input::json, attempts, backoff,
         timeout, "openedAt", "openedAt", paused, traceparent
    from json_to_recordset($1::json) as x(tenant text, instance uuid, number integer, "definitionId" text,
      node text, type text, call text, input text, attempts integer, backoff integer[], timeout integer,
      "openedAt" timestamptz, paused boolean, traceparent text)`;

const INSERT_TIMERS = `
insert into timer (tenant_id, instance_id, number, node, due, opened_at, paused)
  select tenant, instance, number, node, due, "openedAt", paused
    from json_to_recordset($1::json) as x(tenant text, instance uuid, number integer, node text,
      due timestamptz, "openedAt" timestamptz, paused boolean)`;

const INSERT_SUBSCRIPTIONS = `
insert into subscription (tenant_id, instance_id, number, definition_id, node, type, name, key, opened_at, paused)
  select tenant, instance, number, "definitionId", node, type, name, key, "openedAt", paused
    from json_to_recordset($1::json) as x(tenant text, instance uuid, number integer, "definitionId" text,
      node text, type text, name text, key text, "openedAt" timestamptz, paused boolean)`;
