import type pg from "pg";

/**
 * A partition of the event log with a month of its own. The engine's role reads and writes it through the table that
 * it is a part of, by the times; the owner drops it by its name.
 */
export interface EventMonth {
  readonly name: string;
  /** ISO; its events are from then on … */
  readonly start: string;
  /** … and before this. */
  readonly end: string;
}

/** The months that there are, oldest first. */
export async function eventMonths(client: pg.PoolClient): Promise<EventMonth[]> {
  const { rows } = await client.query<EventMonth>(`
    select name, part[1] as start, part[2] as end from (
      select c.relname::text as name,
             regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\(''([^'']+)''\\) TO \\(''([^'']+)''\\)') as part
        from pg_inherits h join pg_class c on c.oid = h.inhrelid
       where h.inhparent = to_regclass('instance_event')) months
     where part is not null order by name`);
  return rows;
}

/** Drops a partition that no case has events in any more; false where one has, or where others are in the way. */
export async function dropMonth(
  client: pg.PoolClient,
  engineRole: string,
  { name, start, end }: EventMonth,
): Promise<boolean> {
  await client.query("begin");
  try {
    // Writers are never kept waiting for longer; the next round tries again.
    await client.query("set local lock_timeout = '2s'");
    await client.query(`lock table ${name} in exclusive mode`);
    // The owner may be kept from seeing rows; the engine's role sees all.
    await client.query("select set_config('role', $1, true)", [engineRole]);
    const { rowCount } = await client.query(
      `select from instance_event x where x.at >= $1::timestamptz and x.at < $2::timestamptz
          and exists (select from instance i where i.id = x.instance_id) limit 1`,
      [start, end],
    );
    await client.query("select set_config('role', 'none', true)");
    if (rowCount === 0) await client.query(`drop table ${name}`);
    await client.query("commit");
    return rowCount === 0;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    if ((error as { code?: string }).code === "55P03") return false;
    throw error;
  }
}
