import type pg from "pg";

/** Rows of one statement, so that none runs for minutes. */
const AT_ONCE = 50_000;

/**
 * Makes so many copies of a waiting case with its tasks and events, in the database itself: a million of them through
 * the API would take longer than all that is measured. Each has an id of its own, in the order of time like others.
 */
export async function copyWaitingCases(database: pg.Client, instance: string, copies: number): Promise<void> {
  for (let made = 0; made < copies; made += AT_ONCE) {
    const size = Math.min(AT_ONCE, copies - made);
    await database.query("begin");
    await database.query(
      "create temporary table copied on commit drop as select uuidv7() as id, n from generate_series($1::int, $2::int) as n",
      [made + 1, made + size],
    );
    await database.query(
      `insert into flowright.instance
       select (jsonb_populate_record(i, jsonb_build_object('id', c.id, 'number', 'COPY-' || c.n, 'business_key',
                'COPY-' || c.n))).*
         from flowright.instance i, copied c where i.id = $1`,
      [instance],
    );
    for (const table of ["task", "instance_event"]) {
      await database.query(
        `insert into flowright.${table}
         select (jsonb_populate_record(t, jsonb_build_object('instance_id', c.id))).*
           from flowright.${table} t, copied c where t.instance_id = $1`,
        [instance],
      );
    }
    await database.query("commit");
  }
}
