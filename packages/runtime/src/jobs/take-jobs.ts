import type { JsonObject } from "@flowright/client";
import { sql } from "kysely";
import type { QueueHead } from "../background/queue-head.ts";
import { withBackground, withEngine } from "../database/with-tenant.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";

/** A job taken by a worker, with the proof of its lease. */
export interface TakenJob {
  readonly tenant: string;
  readonly instance: string;
  readonly number: number;
  readonly definitionId: string;
  readonly node: string;
  readonly type: string;
  readonly call: { readonly system: string; readonly operation: string } | null;
  readonly input: JsonObject;
  readonly attempt: number;
  readonly attempts: number;
  readonly backoff: readonly number[];
  readonly timeout: number;
  /** Nodes that died with it. */
  readonly deaths: number;
  readonly lease: string;
  readonly leaseUntil: string;
  /** Milliseconds of the lease by the database's clock; this process's own may be wrong. */
  readonly leaseFor: number;
}

interface Wanted {
  readonly type: string;
  readonly worker: string;
  /** The node that carries it out; null: somebody outside, whose lease alone counts. */
  readonly node: string | null;
  readonly max: number;
  /** Whether one more may be taken that two nodes died with: such a job is tried without others of its kind. */
  readonly suspect: boolean;
  /** Milliseconds; null: one and a half times the job's own timeout, if the node lives as long. */
  readonly lease: number | null;
  /** Null: of every tenant. */
  readonly tenant: string | null;
  /** Of the jobs of this type and tenant, as whoever takes them knows it. */
  readonly head: QueueHead;
}

/**
 * Takes jobs that wait, the longest waiting first. The attempt is counted before it is made, so that a worker
 * that dies with its job has used one up. `skip locked` keeps workers out of each other's way. A node takes jobs only
 * while its own lease lasts, under a lock of its row that keeps it from being taken for dead in between.
 * What two nodes died with is tried one at a time: if one of them kills, the others are not there to be blamed.
 */
export async function takeJobs(parts: TurnParts, wanted: Wanted): Promise<TakenJob[]> {
  return await wanted.head.look(async (from) => {
    const found = await takeFrom(parts, wanted, from);
    const latest = found.reduce<Date | null>(
      (last, { nextAt }) => (last && last > nextAt ? last : nextAt),
      null,
    );
    return { found: found.map(({ job }) => job), latest };
  });
}

async function takeFrom(
  parts: TurnParts,
  wanted: Wanted,
  from: string,
): Promise<{ readonly job: TakenJob; readonly nextAt: Date }[]> {
  const transaction = wanted.node === null ? withEngine : withBackground;
  return await transaction(parts.database, async (trx) => {
    const { rows } = await sql<
      Omit<TakenJob, "leaseUntil" | "leaseFor"> & {
        lease_until: Date;
        lease_for: number;
        definition_id: string;
        next_at: Date;
      }
    >`
      with living as materialized (
        select epoch from node
         where epoch = ${wanted.node}::bigint and lease_until > clock_timestamp() for key share
      ), free as (
        select instance_id, number from job
         where type = ${wanted.type} and not paused and next_at <= ${turnTime(parts)} and attempt < attempts
           and (lease is null or lease_until <= clock_timestamp())
           and (${wanted.node}::bigint is null or exists (select from living))
           and (${wanted.tenant}::text is null or tenant_id = ${wanted.tenant})
           and deaths <= 1 and next_at >= ${from}::timestamptz
         order by next_at limit ${wanted.max} for update skip locked
      ), suspect as (
        select instance_id, number from job
         where type = ${wanted.type} and not paused and next_at <= ${turnTime(parts)} and attempt < attempts
           and (lease is null or lease_until <= clock_timestamp())
           and (${wanted.node}::bigint is null or exists (select from living))
           and (${wanted.tenant}::text is null or tenant_id = ${wanted.tenant})
           and deaths > 1 and next_at >= ${from}::timestamptz
         order by next_at limit ${wanted.suspect ? 1 : 0} for update skip locked
      ), taken as (
        select * from free union all select * from suspect
      )
      update job j set attempt = j.attempt + 1, lease = gen_random_uuid(), worker = ${wanted.worker},
             node_epoch = ${wanted.node}::bigint,
             lease_until = clock_timestamp() + interval '1 millisecond'
               * coalesce(${wanted.lease}::int, j.timeout_ms + j.timeout_ms / 2 + 1000)
        from taken where j.instance_id = taken.instance_id and j.number = taken.number
      returning j.tenant_id as tenant, j.instance_id as instance, j.number, j.definition_id, j.node, j.type,
        j.call, j.input, j.attempt, j.attempts, j.backoff, j.timeout_ms as timeout, j.deaths, j.lease, j.lease_until, j.next_at,
        extract(epoch from j.lease_until - clock_timestamp())::float8 * 1000 as lease_for`.execute(trx);
    return rows.map(({ lease_until, lease_for, definition_id, next_at, ...job }) => ({
      job: {
        ...job,
        definitionId: definition_id,
        leaseUntil: lease_until.toISOString(),
        leaseFor: lease_for,
      },
      nextAt: next_at,
    }));
  });
}
