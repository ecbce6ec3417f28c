import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Rows removed at a time, so that no lock is held long. */
const CHUNK = 5_000;

/**
 * Removes changes older than an hour and moves the horizon past them. Transactions are numbered in the order of
 * their time, near enough, so the first young one is found by halving; there is no index on the time. True
 * where more is left.
 */
export async function pruneChanges(trx: Transaction<Tables>): Promise<boolean> {
  const end = async (direction: "asc" | "desc") => {
    const rows = await trx
      .selectFrom("live_change")
      .select("live_change.xid")
      .orderBy("live_change.xid", direction)
      .limit(1)
      .execute();
    return rows[0] === undefined ? null : BigInt(rows[0].xid);
  };
  const first = await end("asc");
  const last = await end("desc");
  if (first === null || last === null) return false;
  let low = first;
  let high = last + 1n;
  while (low < high) {
    const middle = (low + high) / 2n;
    const { rows } = await sql<{ xid: string; old: boolean }>`
      select xid::text as xid, at < clock_timestamp() - interval '1 hour' as old from live_change
       where live_change.xid >= ${middle.toString()}::text::xid8 order by live_change.xid limit 1`.execute(
      trx,
    );
    const row = rows[0];
    if (row?.old) low = BigInt(row.xid) + 1n;
    else high = middle;
  }
  if (low === first) return false;
  const gone = await sql<{ xid: string }>`
    delete from live_change where ctid = any(array(select ctid from live_change
      where xid < ${low.toString()}::text::xid8 order by xid limit ${CHUNK})) returning xid::text as xid`.execute(
    trx,
  );
  let newest = 0n;
  for (const { xid } of gone.rows) if (BigInt(xid) > newest) newest = BigInt(xid);
  await sql`
    update live_horizon set pruned = greatest(pruned, ${(newest + 1n).toString()}::text::xid8)`.execute(trx);
  return gone.rows.length === CHUNK;
}
