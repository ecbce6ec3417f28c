import type pg from "pg";
import type { BatchChanges } from "../changes/batch-changes.ts";
import { jsonElements, plainArray, textArray } from "./array-literal.ts";

/**
 * Inserts the instances that a batch started and numbers them, in one statement: the counter of each prefix
 * moves by as many as there are, and its row stays locked until the commit. Gives the number of each id.
 */
export async function insertInstances(
  client: pg.PoolClient,
  created: BatchChanges["created"],
): Promise<Map<string, string>> {
  const nth = new Map<string, number>();
  const rows = [...created.values()].map(({ row, state, prefix }) => {
    const counter = `${row.tenant}\n${prefix}`;
    const count = (nth.get(counter) ?? 0) + 1;
    nth.set(counter, count);
    return {
      id: row.id,
      tenant: row.tenant,
      definition: row.definitionId,
      version: row.version,
      prefix,
      nth: count,
      business_key: row.businessKey,
      title: row.title,
      status: row.status,
      seq: row.seq,
      state,
      started_by: row.startedBy,
      started_at: row.startedAt,
      ended_at: row.endedAt,
      start_message: row.startMessage,
      start_key: row.startKey,
      open_incidents: row.openIncidents,
      parent: row.parent?.id ?? null,
      call: row.parent?.call ?? null,
      step: row.parent?.node ?? null,
    };
  });
  const result = await client.query<{ id: string; number: string }>({
    name: "turn-start",
    text: INSERT,
    values: [JSON.stringify(rows)],
  });
  return new Map(result.rows.map(({ id, number }) => [id, number]));
}

const INSERT = `
with x as (
  select * from json_to_recordset($1::json) as x(id uuid, tenant text, definition text, version integer,
    prefix text, nth integer, business_key text, title text, status text, seq integer, state json,
    started_by text, started_at timestamptz, ended_at timestamptz, start_message text, start_key text,
    open_incidents integer, parent uuid, call integer, step text)
), wanted as (
  select tenant, prefix, count(*) as n from x group by tenant, prefix order by tenant, prefix
), counter as (
  insert into case_counter (tenant_id, prefix, last) select tenant, prefix, n from wanted
  on conflict (tenant_id, prefix) do update set last = case_counter.last + excluded.last
  returning tenant_id, prefix, last
), numbered as (
  select x.*, (c.last - w.n + x.nth)::text as count
    from x join wanted w on w.tenant = x.tenant and w.prefix = x.prefix
           join counter c on c.tenant_id = x.tenant and c.prefix = x.prefix
)
insert into instance (id, tenant_id, definition_id, version, number, business_key, title, status, seq, state,
    started_by, started_at, ended_at, start_message, start_key, open_incidents, parent_id, parent_call, parent_node)
  select id, tenant, definition, version, prefix || '-' || lpad(count, greatest(6, length(count)), '0'),
    business_key, title, status, seq, state, started_by, started_at, ended_at, start_message, start_key,
    open_incidents, parent, call, step
    from numbered
returning id, number`;

/**
 * Writes the new states. The rows are locked; the sequence number is the second guard: where one does not fit the
 * statement fails (by a division by zero), and with it the commit that was sent behind it.
 */
export function updateInstances(client: pg.PoolClient, updated: BatchChanges["updated"]): Promise<unknown> {
  const all = [...updated.values()];
  const rows = all.map(({ row }) => row);
  return client.query({
    name: "turn-update",
    text: `with changed as (
             update instance i set seq = x.seq, version = x.version, business_key = x.business_key, title = x.title,
               status = x.status, state = x.state, ended_at = x.ended_at,
               open_incidents = x.open_incidents
               from rows from (
                 unnest($2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::int[], $8::text[],
                   $9::timestamptz[], $10::int[]),
                 json_array_elements($11::json)) as x(id, was, version, business_key, title, seq, status, ended_at,
                   open_incidents, state)
              where i.id = x.id and i.seq = x.was
             returning i.id
           )
           select 1 / (case when count(*) = $1::bigint then 1 else 0 end) from changed`,
    values: [
      rows.length,
      plainArray(rows.map(({ id }) => id)),
      plainArray(all.map(({ was }) => was)),
      plainArray(rows.map(({ version }) => version)),
      textArray(rows.map(({ businessKey }) => businessKey)),
      textArray(rows.map(({ title }) => title)),
      plainArray(rows.map(({ seq }) => seq)),
      textArray(rows.map(({ status }) => status)),
      plainArray(rows.map(({ endedAt }) => endedAt)),
      plainArray(rows.map(({ openIncidents }) => openIncidents)),
      jsonElements(all.map(({ state }) => state)),
    ],
  });
}
