import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { withBackground } from "../database/with-tenant.ts";
import { turnTime } from "../turns/turn-parts.ts";

/** How the queues in the database stand. Counts stop at `MOST`; ages are in seconds. */
export interface DatabaseReading {
  /** `performance.now()` of the reading. */
  readonly at: number;
  /** By type: what could be taken now, the longest time that one of them could be, what is being worked on. */
  readonly jobs: readonly {
    readonly type: string;
    readonly ready: number;
    readonly oldest: number;
    readonly leased: number;
  }[];
  readonly timers: { readonly due: number; readonly latest: number };
  readonly deliveries: { readonly pending: number; readonly oldest: number };
  readonly messages: number;
  readonly incidents: number;
  readonly tasks: number;
  /** The oldest transaction of the database that holds back the removal of dead rows. */
  readonly oldestTransaction: number;
  readonly connections: { readonly used: number; readonly most: number };
  /** The database's clock minus that of this process, in seconds. */
  readonly skew: number;
}

const MOST = 100_000;

/** Reads it in one transaction; every part is found by an index and bounded. */
export async function readDatabase(
  database: Database,
  clock: { readonly clockShift: (() => number) | undefined },
): Promise<DatabaseReading> {
  return await withBackground(database, async (trx) => {
    const now = turnTime(clock);
    const jobs = await sql<{ type: string; ready: number; oldest: number; leased: number }>`
      select type, count(*) filter (where free)::int as ready, count(*) filter (where not free)::int as leased,
             coalesce(extract(epoch from max(${now} - next_at) filter (where free)), 0)::float8 as oldest
        from (select type, next_at, lease is null or lease_until <= clock_timestamp() as free
                from job where not paused and next_at <= ${now} limit ${MOST}) j group by type`.execute(trx);
    const [rest] = (
      await sql<{
        due: number;
        latest: number;
        pending: number;
        oldest: number;
        messages: number;
        incidents: number;
        tasks: number;
      }>`
      select (select count(*)::int from (select from timer where not paused and due <= ${now} limit ${MOST}) t) as due,
             (select coalesce(extract(epoch from ${now} - min(due)), 0)::float8 from timer
               where not paused and due <= ${now}) as latest,
             (select count(*)::int from (select from delivery where settled_at is null limit ${MOST}) d) as pending,
             (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 from delivery
               where settled_at is null) as oldest,
             (select count(*)::int from (select from message where matched_at is null limit ${MOST}) m) as messages,
             (select count(*)::int from (select from incident where resolved_at is null limit ${MOST}) n) as incidents,
             (select count(*)::int from (select from task where status = 'open' limit ${MOST}) t) as tasks`.execute(
        trx,
      )
    ).rows;
    // Back to the login: the engine's role may not see what the sessions of others do.
    await sql`select set_config('role', 'none', true)`.execute(trx);
    const [activity] = (
      await sql<{ transaction: number; used: number; most: number }>`
      select coalesce(extract(epoch from clock_timestamp() - min(xact_start) filter (
               where datname = current_database() and backend_xmin is not null and pid <> pg_backend_pid()
                 and backend_type <> 'autovacuum worker')), 0)::float8 as transaction,
             count(*) filter (where backend_type = 'client backend')::int as used,
             current_setting('max_connections')::int as most
        from pg_stat_activity`.execute(trx)
    ).rows;
    const before = Date.now();
    const { rows } = await sql<{ at: number }>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as at`.execute(trx);
    const after = Date.now();
    if (rest === undefined || activity === undefined) throw new Error("The database told nothing");
    return {
      at: performance.now(),
      jobs: jobs.rows,
      timers: { due: rest.due, latest: rest.latest },
      deliveries: { pending: rest.pending, oldest: rest.oldest },
      messages: rest.messages,
      incidents: rest.incidents,
      tasks: rest.tasks,
      oldestTransaction: activity.transaction,
      connections: { used: activity.used, most: activity.most },
      skew: ((rows[0]?.at ?? after) - (before + after) / 2) / 1000,
    };
  });
}
