import type { SixStepFlow } from "../durable-steps/six-step-flow.ts";

export interface Bytes {
  /** Written to the log of the database (WAL), page images after checkpoints included. */
  readonly written: number;
  /** What the database has grown by, indexes and dead rows included, after a vacuum. */
  readonly stored: number;
  /** Growth of the largest tables with their indexes. */
  readonly tables: Readonly<Record<string, number>>;
}

const CALLERS = 64;
const STEPS = 6;

/**
 * Bytes per step, over so many cases from start to end: the start is shared out among the six steps. A checkpoint comes
 * first, so page images are counted in full, as they are in the first minutes after every checkpoint.
 */
export async function bytesPerStep(flow: SixStepFlow, cases: number): Promise<Bytes> {
  const steps = cases * STEPS;
  await flow.database.query("vacuum analyze");
  await flow.database.query("checkpoint");
  const before = await sizes(flow);
  let left = cases;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (left-- > 0) await flow.carry(() => undefined);
    }),
  );
  const written = (await sizes(flow)).log - before.log;
  await flow.database.query("vacuum");
  const after = await sizes(flow);
  const grown = [...after.tables].map(
    ([table, size]) => [table, (size - (before.tables.get(table) ?? 0)) / steps] as const,
  );
  return {
    written: written / steps,
    stored: grown.reduce((sum, [, size]) => sum + size, 0),
    tables: Object.fromEntries(grown.filter(([, size]) => size > 1).sort(([, a], [, b]) => b - a)),
  };
}

/** Position of the log, and bytes of each table; partitions count as the table that they are of. */
async function sizes({ database }: SixStepFlow): Promise<{ log: number; tables: Map<string, number> }> {
  const log = await database.query<{ bytes: string }>("select pg_current_wal_insert_lsn() - '0/0' as bytes");
  const { rows } = await database.query<{ name: string; bytes: string }>(`
    select coalesce(i.inhparent, c.oid)::regclass::text as name, sum(pg_total_relation_size(c.oid)) as bytes
      from pg_class c left join pg_inherits i on i.inhrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'flowright'::regnamespace group by 1`);
  return {
    log: Number(log.rows[0]?.bytes),
    tables: new Map(rows.map(({ name, bytes }) => [name.replace("flowright.", ""), Number(bytes)])),
  };
}
