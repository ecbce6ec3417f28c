import type pg from "pg";

/**
 * Makes the partitions of the event log for last month, this one and the next two. Events outside them go to
 * the default partition, so being late loses nothing: a month that already has rows there simply stays there.
 */
export async function ensureEventPartitions(client: pg.Client | pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string; first: string; end: string; missing: boolean }>(`
    select 'instance_event_' || to_char(month, 'YYYYMM') as name,
           month::date::text as first, (month + interval '1 month')::date::text as end,
           to_regclass('instance_event_' || to_char(month, 'YYYYMM')) is null as missing
      from generate_series(date_trunc('month', now()) - interval '1 month',
                           date_trunc('month', now()) + interval '2 months', interval '1 month') as month`);
  for (const { name, first, end, missing } of rows) {
    if (!missing) continue;
    const used = await client.query("select from instance_event_default where at >= $1 and at < $2 limit 1", [
      first,
      end,
    ]);
    if (used.rowCount !== 0) continue;
    await client.query(
      `create table if not exists ${name} partition of instance_event for values from ('${first}') to ('${end}');
       alter table ${name} enable row level security;
       alter table ${name} force row level security`,
    );
  }
}
