import type { JsonObject } from "@flowright/engine";
import { sql } from "kysely";
import type { Result } from "../contract/result.ts";
import { withBackground } from "../database/with-tenant.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import type { JobRow } from "../turns/turn-request.ts";
import { refuseJob } from "./job-problems.ts";

export interface JobKey {
  readonly tenant: string;
  readonly instance: string;
  readonly number: number;
}

export interface JobFailed {
  readonly code?: string | undefined;
  readonly message: string;
  readonly retry: boolean;
  readonly detail?: JsonObject | undefined;
}

/** Hands the result of a job to its case, once. */
export async function completeJob(
  parts: TurnParts,
  key: JobKey,
  lease: string,
  result: JsonObject,
): Promise<Result<null>> {
  return await parts.turns.submit({
    tenant: key.tenant,
    target: { kind: "instance", id: key.instance },
    actor: null,
    job: key.number,
    decide: ({ job }) =>
      provesLease(job, key, lease) ?? {
        ok: true,
        value: { kind: "job.complete", job: key.number, result },
      },
    answer: () => null,
  });
}

/**
 * A failed attempt: tried again after its back-off while attempts are left and trying makes sense, else told to
 * the case, where a boundary event may catch a code and everything else becomes an incident.
 */
export async function failJob(
  parts: TurnParts,
  key: JobKey,
  lease: string,
  failed: JobFailed,
): Promise<Result<null>> {
  if (failed.code === undefined && failed.retry) {
    const again = await scheduleRetry(parts, key, lease, failed);
    if (again) return { ok: true, value: null };
  }
  return await parts.turns.submit({
    tenant: key.tenant,
    target: { kind: "instance", id: key.instance },
    actor: null,
    job: key.number,
    decide: ({ job }) => provesLease(job, key, lease) ?? { ok: true, value: failCommand(key.number, failed) },
    answer: () => null,
  });
}

/** A worker that died with the last attempt of its job: the job has failed for good. */
export async function failAbandoned(parts: TurnParts, key: JobKey): Promise<void> {
  await parts.turns.submit({
    tenant: key.tenant,
    target: { kind: "instance", id: key.instance },
    actor: null,
    job: key.number,
    decide: ({ job }) => {
      if (!job || job.attempt < job.attempts) return refuseJob("job.gone", { id: idOf(key) });
      const message = "The worker did not answer within its lease";
      return {
        ok: true,
        value: failCommand(key.number, { message, retry: false, detail: job.lastFailure ?? undefined }),
      };
    },
    answer: () => null,
  });
}

/** Gives a job back that was broken off: free at once, and the attempt is not counted. */
export async function handBack(parts: TurnParts, key: JobKey, lease: string): Promise<void> {
  await withBackground(parts.database, (trx) =>
    sql`
      update job set lease = null, lease_until = null, worker = null, node_epoch = null,
             attempt = greatest(attempt - 1, 0)
       where tenant_id = ${key.tenant} and instance_id = ${key.instance}::uuid and number = ${key.number}::int
         and lease = ${lease}::uuid`.execute(trx),
  );
}

function failCommand(job: number, failed: JobFailed) {
  return {
    kind: "job.fail" as const,
    job,
    message: failed.message,
    ...(failed.code === undefined ? {} : { code: failed.code }),
    ...(failed.detail === undefined ? {} : { detail: failed.detail }),
  };
}

function provesLease(job: JobRow | null, key: JobKey, lease: string): Result<never> | null {
  if (!job) return refuseJob("job.gone", { id: idOf(key) });
  return job.lease === lease ? null : refuseJob("job.lease-lost", { id: idOf(key) });
}

function idOf(key: JobKey): string {
  return `${key.instance}.${key.number}`;
}

/** Back-off with jitter: between half of the pause and all of it. False where no attempt is left. */
async function scheduleRetry(
  parts: TurnParts,
  key: JobKey,
  lease: string,
  failed: JobFailed,
): Promise<boolean> {
  const failure = JSON.stringify({ message: failed.message, ...(failed.detail ?? {}) });
  return await withBackground(parts.database, async (trx) => {
    const { rows } = await sql`
      update job set lease = null, lease_until = null, worker = null, node_epoch = null, last_failure = ${failure}::json,
             next_at = ${turnTime(parts)} + interval '1 millisecond' * (0.5 + random() / 2)
               * coalesce(backoff[least(attempt, array_length(backoff, 1))], 1000)
       where tenant_id = ${key.tenant} and instance_id = ${key.instance}::uuid and number = ${key.number}::int
         and lease = ${lease}::uuid and attempt < attempts
      returning number`.execute(trx);
    return rows.length > 0;
  });
}
