import type { DecisionTable } from "@flowright/definition";
import type pg from "pg";

/** A step asks for a decision table that the batch has not read yet: read it and carry the request out again. */
export class DecisionNeeded extends Error {
  readonly tenant: string;
  readonly id: string;
  readonly version: number | undefined;

  constructor(tenant: string, id: string, version: number | undefined) {
    super("A decision table is needed");
    this.tenant = tenant;
    this.id = id;
    this.version = version;
  }
}

/** Key of a table in the map of a batch. */
export function decisionKey(tenant: string, id: string, version: number | undefined): string {
  return `${tenant}\n${id}\n${version ?? "latest"}`;
}

/** Tables by what they say; the engine compiles one object once, so an equal table must be the same object. */
const tables = new Map<string, DecisionTable>();
const MOST_TABLES = 500;

/** Reads a version of a table, the newest without one; null where there is none. */
export async function loadDecision(
  client: pg.PoolClient,
  { tenant, id, version }: DecisionNeeded,
): Promise<DecisionTable | null> {
  const { rows } = await client.query<{ version: number; decision_table: DecisionTable }>({
    name: "turn-decision",
    text: `select v.version, v.decision_table
             from decision d join decision_version v on v.tenant_id = d.tenant_id and v.decision_id = d.id
            where d.tenant_id = $1 and d.id = $2 and v.version = coalesce($3, d.latest_version)`,
    values: [tenant, id, version ?? null],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const key = decisionKey(tenant, id, row.version);
  const known = tables.get(key);
  if (known !== undefined) return known;
  tables.set(key, row.decision_table);
  const [oldest] = tables.keys();
  if (tables.size > MOST_TABLES && oldest !== undefined) tables.delete(oldest);
  return row.decision_table;
}
