import type pg from "pg";
import type { MovedRow } from "../changes/batch-changes.ts";

const SETS: { readonly [Table in MovedRow["table"]]: string } = {
  task: "node = x.node, version = x.version, name = x.name::json",
  incident: "node = x.node, version = x.version",
  job: "node = x.node",
  timer: "node = x.node",
  subscription: "node = x.node",
};

/** Rows of waits get the steps of the version that their case goes on by. */
export function moveRows(client: pg.PoolClient, moved: readonly MovedRow[]): Promise<unknown>[] {
  return (Object.keys(SETS) as MovedRow["table"][]).flatMap((table) => {
    const rows = moved.filter((row) => row.table === table);
    if (rows.length === 0) return [];
    return [
      client.query({
        name: `turn-move-${table}`,
        text: `update ${table} t set ${SETS[table]}
                 from json_to_recordset($1::json) as x(instance uuid, number integer, node text, version integer,
                   name text)
                where t.instance_id = x.instance and t.number = x.number`,
        values: [JSON.stringify(rows)],
      }),
    ];
  });
}
