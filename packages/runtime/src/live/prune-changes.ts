import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Rows removed at a time, so that no lock is held long. */
const CHUNK = 5_000;

/**
 * Removes changes older than an hour and moves the horizon past them. Rows are numbered in the order of their
 * time, near enough, so the first young one is found by halving; there is no index on the time. True where
 * more is left.
 */
export async function pruneChanges(trx: Transaction<Tables>): Promise<boolean> {
  const ends = await sql<{ first: string | null; last: string | null }>`
    select min(position)::text as first, max(position)::text as last from live_change`.execute(trx);
  const { first, last } = ends.rows[0] ?? {};
  if (!first || !last) return false;
  let low = BigInt(first);
  let high = BigInt(last) + 1n;
  while (low < high) {
    const middle = (low + high) / 2n;
    const { rows } = await sql<{ position: string; old: boolean }>`
      select position::text, at < clock_timestamp() - interval '1 hour' as old from live_change
       where position >= ${middle.toString()}::bigint order by position limit 1`.execute(trx);
    const row = rows[0];
    if (row?.old) low = BigInt(row.position) + 1n;
    else high = middle;
  }
  const gone = await sql<{ xid: string }>`
    delete from live_change where position in (select position from live_change
      where position < ${low.toString()}::bigint order by position limit ${CHUNK}) returning xid::text as xid`.execute(
    trx,
  );
  let newest = 0n;
  for (const { xid } of gone.rows) if (BigInt(xid) > newest) newest = BigInt(xid);
  if (newest > 0n) {
    await sql`
      update live_horizon set pruned = greatest(pruned, (${(newest + 1n).toString()})::text::xid8)`.execute(
      trx,
    );
  }
  return gone.rows.length === CHUNK;
}
