import type pg from "pg";
import { DEATHS } from "./node-lease.ts";

/** A node that was removed, with what it held. */
export interface DeadNode {
  readonly name: string;
  readonly epoch: string;
  readonly jobs: number;
}

/**
 * Removes nodes whose lease has ended, or the one that leaves, and frees what they held. To be called in a
 * transaction. A job is taken under a share lock of its node's row, so that none is taken between the removal and the
 * freeing. A job whose node died three times has used up its attempts: one that kills whoever takes it ends as an
 * incident and not as an outage. After two it is tried apart from others of its kind, see `takeJobs`.
 */
export async function takeOver(
  client: pg.PoolClient,
  which: { readonly self: string | null; readonly lease: number } | { readonly leaving: string },
): Promise<DeadNode[]> {
  const leaving = "leaving" in which;
  const { rows: gone } = await client.query<{ epoch: string; name: string }>(
    `delete from node where epoch in (
       select epoch from node
        where ${leaving ? "epoch = $1" : ENDED} for update skip locked)
     returning epoch, name`,
    leaving ? [which.leaving] : [which.self, which.lease],
  );
  if (gone.length === 0) return [];
  const epochs = gone.map(({ epoch }) => epoch);
  const freed = await client.query<{ epoch: string }>(FREE_JOBS, [
    epochs,
    gone.map(({ name }) => name),
    DEATHS,
    leaving,
  ]);
  await client.query(
    "update batch set leased_until = null, node_epoch = null where node_epoch = any($1::bigint[])",
    [epochs],
  );
  return gone.map((node) => ({
    ...node,
    jobs: freed.rows.filter(({ epoch }) => epoch === node.epoch).length,
  }));
}

/** Nobody could renew a lease while the database was away: each lasts at least as long after its start. */
const ENDED = `epoch is distinct from $1::bigint and lease_until <= clock_timestamp()
  and pg_postmaster_start_time() + $2 * interval '1 millisecond' <= clock_timestamp()`;

/** A server of the version before takes jobs without a node: then the worker is another one than the node named. */
const FREE_JOBS = `
update job j
   set lease = null, lease_until = clock_timestamp(), node_epoch = null, worker = null,
       attempt = case when $4 then greatest(j.attempt - 1, 0)
                      when j.deaths + 1 >= $3 then greatest(j.attempt, j.attempts) else j.attempt end,
       deaths = case when $4 then j.deaths else j.deaths + 1 end
  from unnest($1::bigint[], $2::text[]) as gone(epoch, name)
 where j.node_epoch = gone.epoch and j.worker = gone.name and j.lease is not null
returning gone.epoch`;
