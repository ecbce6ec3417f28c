import type { ActivatedJob, ActivateJobs } from "@flowright/client";
import { checkStoredJson } from "@flowright/definition";
import { sql } from "kysely";
import { type QueueHead, queueHead } from "../background/queue-head.ts";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { JobService } from "../contract/runtime.ts";
import { isUuid, parseRowId } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { pollInterval, type TurnParts } from "../turns/turn-parts.ts";
import { refuseJob } from "./job-problems.ts";
import { runHandler } from "./run-handler.ts";
import { completeJob, failJob, type JobKey } from "./settle-job.ts";
import { type TakenJob, takeJobs } from "./take-jobs.ts";

/** Calls to systems carry secrets, which never leave the house: they are not for workers outside. */
const INSIDE = "system";
const MOST_HEADS = 1_000;

export function createJobService(
  parts: TurnParts,
  background: boolean,
): JobService & { stop(): Promise<void> } {
  const handlers = new Set<{ stop(): Promise<void> }>();
  const waiting = new Set<() => void>();
  const heads = new Map<string, QueueHead>();
  let stopped = false;
  parts.turns.onCommit(({ effects }) => {
    if (waiting.size === 0 || !effects.some(({ effect }) => effect.kind === "job.create")) return;
    for (const wake of waiting) wake();
  });

  async function activate(caller: Caller, body: ActivateJobs, gone?: AbortSignal): Promise<ActivatedJob[]> {
    if (!caller.permissions.has("job.work") || body.type === INSIDE) return [];
    const until = performance.now() + bounded(body.wait, 0, 0, 60_000);
    while (!gone?.aborted) {
      const jobs = await takeJobs(parts, {
        type: body.type,
        worker: body.worker,
        node: null,
        suspect: true,
        max: bounded(body.max, 1, 1, 100),
        lease: bounded(body.lease, 30_000, 1_000, 3_600_000),
        tenant: caller.tenant,
        head: headOf(heads, caller.tenant, body.type),
      });
      const left = until - performance.now();
      if (jobs.length > 0 || left <= 0 || stopped) return jobs.map(activatedOf);
      await nudge(Math.min(left, pollInterval(parts)));
    }
    return [];
  }

  function nudge(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      waiting.add(wake);
    });
  }

  return {
    activate,
    complete: async (caller, id, body) => {
      const problems = problemsBelow("/result", checkStoredJson(body.result ?? {}));
      if (problems.length > 0) return refuseJob("job.data-wrong", {}, { path: "/result", problems });
      return await settle(parts, caller, id, body.lease, (key) =>
        completeJob(parts, key, body.lease, body.result ?? {}),
      );
    },
    fail: (caller, id, body) =>
      settle(parts, caller, id, body.lease, (key) =>
        failJob(parts, key, body.lease, {
          code: body.code,
          message: body.message.slice(0, 4_000),
          retry: body.retry ?? true,
          detail: { message: body.message.slice(0, 4_000) },
        }),
      ),
    work: (type, handler, options) => {
      if (!background || stopped) return { stop: async () => undefined };
      const running = runHandler(parts, type, handler, bounded(options?.concurrency, 8, 1, 1_000));
      const handle = {
        stop: async () => {
          handlers.delete(handle);
          await running.stop();
        },
      };
      handlers.add(handle);
      return handle;
    },
    stop: async () => {
      stopped = true;
      for (const wake of waiting) wake();
      await Promise.all([...handlers].map((handler) => handler.stop()));
    },
  };
}

/** Workers outside name any type: what is known of their queues is only for speed, and forgotten where it is much. */
function headOf(heads: Map<string, QueueHead>, tenant: string, type: string): QueueHead {
  const name = `${tenant}\n${type}`;
  const known = heads.get(name);
  if (known) return known;
  if (heads.size >= MOST_HEADS) heads.clear();
  const head = queueHead();
  heads.set(name, head);
  return head;
}

/** A whole number within bounds, whatever was given. */
function bounded(value: number | undefined, usual: number, least: number, most: number): number {
  const given = value === undefined || Number.isNaN(value) ? usual : value;
  return Math.trunc(Math.min(most, Math.max(least, given)));
}

/** A result from outside: for a job of the caller's workspace, with the proof of its lease. */
async function settle(
  parts: TurnParts,
  caller: Caller,
  id: string,
  lease: string,
  work: (key: JobKey) => Promise<Result<null>>,
): Promise<Result<null>> {
  const missing = requirePermission(caller, "job.work");
  if (missing) return missing;
  const key = parseRowId(id);
  if (!key) return refuseJob("job.unknown", { id });
  const known = await withTenant(parts.database, caller, (trx) =>
    sql<{ type: string | null }>`
      select (select j.type from job j where j.instance_id = i.id and j.number = ${key.number}::int) as type
        from instance i where i.id = ${key.instance}::uuid and i.tenant_id = ${caller.tenant}`.execute(trx),
  );
  const found = known.rows[0];
  if (!found || found.type === INSIDE) return refuseJob("job.unknown", { id });
  if (found.type === null) return refuseJob("job.gone", { id });
  if (!isUuid(lease)) return refuseJob("job.lease-lost", { id });
  return await work({ tenant: caller.tenant, ...key });
}

function activatedOf(job: TakenJob): ActivatedJob {
  return {
    id: `${job.instance}.${job.number}`,
    instanceId: job.instance,
    definitionId: job.definitionId,
    node: job.node,
    type: job.type,
    input: job.input,
    attempt: job.attempt,
    attempts: job.attempts,
    idempotencyKey: `${job.instance}.${job.number}`,
    leaseUntil: job.leaseUntil,
    lease: job.lease,
  };
}
