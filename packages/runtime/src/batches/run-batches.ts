import type { BatchOperation, ProblemItem } from "@flowright/client";
import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import type { Caller } from "../contract/caller.ts";
import { solveCaseIncidents } from "../damage/rescue-case.ts";
import { withBackground } from "../database/with-tenant.ts";
import { problemItem } from "../problem/problem-item.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { carryOut } from "./carry-out.ts";

/** Cases of one part, after which the server that carries it out asks again whether it goes on. */
const PART = 200;
/** Milliseconds between two looks for what another server was asked to do. */
const PAUSE = 2_000;
/** Seconds after which a part that nobody finished is begun anew by whoever looks next. */
const LEASE = 60;
/** Times that a case is tried for which there was no room, or no database. */
const TRIES = 5;

interface Part {
  readonly id: string;
  /** The node that took it. */
  readonly node: string;
  readonly tenant_id: string;
  readonly operation: BatchOperation;
  readonly created_by: string;
  readonly items: readonly { readonly position: number; readonly instance: string }[];
}

interface Outcome {
  readonly position: number;
  readonly problem: ProblemItem | null;
}

/**
 * Carries batches out, a part at a time. A part that a killed server left is done anew; each of its cases has an
 * idempotency key of its own, so what was done already is not done twice, and it is counted when it is settled.
 * A part of a node that is dead is free with the node's lease.
 */
export function runBatches(parts: TurnParts): Poller {
  const tries = new Map<string, number>();
  const poller = createPoller(
    async () => {
      const node = parts.membership?.epoch() ?? null;
      const part = node === null ? null : await takePart(parts, node);
      if (part === null) return PAUSE;
      const outcomes = await carryOutPart(parts, part, tries);
      await settle(parts, part, outcomes);
      // Where nothing could be done for now, trying again at once would not help.
      return outcomes.length === 0 && part.items.length > 0 ? PAUSE : 0;
    },
    (error) => parts.log?.warn({ error: String(error) }, "a batch could not be carried on"),
  );
  parts.membership?.onWork(() => poller.wake());
  return poller;
}

async function takePart(parts: TurnParts, node: string): Promise<Part | null> {
  return await withBackground(parts.database, async (trx) => {
    const { rows } = await sql<Omit<Part, "items" | "node">>`
      with living as materialized (
        select epoch from node where epoch = ${node}::bigint and lease_until > clock_timestamp() for key share
      )
      update batch set leased_until = clock_timestamp() + make_interval(secs => ${LEASE}),
             node_epoch = ${node}::bigint
       where id = (
         select id from batch
          where status = 'running' and exists (select from living) and (leased_until is null or leased_until < clock_timestamp())
          order by created_at for update skip locked limit 1)
      returning id, tenant_id, operation, created_by`.execute(trx);
    const [batch] = rows;
    if (!batch) return null;
    const items = await sql<Part["items"][number]>`
      select position, instance_id as instance from batch_item
       where batch_id = ${batch.id}::uuid and status = 'waiting'
       order by position limit ${PART}`.execute(trx);
    return { ...batch, node, items: items.rows };
  });
}

/**
 * What came of the cases of a part. One that could not be done for now, because the server is full or the database
 * away, is left for the next part, and failed after a few tries.
 */
async function carryOutPart(parts: TurnParts, part: Part, tries: Map<string, number>): Promise<Outcome[]> {
  const caller: Caller = {
    tenant: part.tenant_id,
    user: part.created_by,
    // Whoever created it was asked for these permissions then.
    permissions: new Set(["instance.operate", "instance.read"]),
    roles: [],
  };
  const outcomes = await Promise.all(
    part.items.map(async ({ position, instance }): Promise<Outcome | null> => {
      const idempotencyKey = `batch:${part.id}#${position}`;
      const result = await carryOut(parts, caller, instance, part.operation, { idempotencyKey });
      const tried = (tries.get(idempotencyKey) ?? 0) + 1;
      if (!result.ok && result.refusal.status === 503 && tried < TRIES) {
        tries.set(idempotencyKey, tried);
        return null;
      }
      tries.delete(idempotencyKey);
      return { position, problem: result.ok ? null : problemItem(result.refusal.problem) };
    }),
  );
  const ended = outcomes.filter((outcome) => outcome !== null);
  if (part.operation.kind === "migrate") {
    const moved = new Set(ended.flatMap(({ position, problem }) => (problem === null ? [position] : [])));
    const ids = part.items.flatMap(({ position, instance }) => (moved.has(position) ? [instance] : []));
    await solveCaseIncidents(parts, caller, ids);
  }
  return ended;
}

/** Writes what came of a part and gives the batch back; the last part ends it. */
async function settle(parts: TurnParts, part: Part, outcomes: readonly Outcome[]): Promise<void> {
  await withBackground(parts.database, async (trx) => {
    const written = await sql<{ failed: boolean }>`
      update batch_item i
         set status = case when o.problem is null then 'done' else 'failed' end, problem = o.problem,
             finished_at = clock_timestamp()
        from json_to_recordset(${JSON.stringify(outcomes)}::json) as o(position integer, problem json)
       where i.batch_id = ${part.id}::uuid and i.position = o.position and i.status = 'waiting'
      returning o.problem is not null as failed`.execute(trx);
    const failed = written.rows.filter((row) => row.failed).length;
    await sql`
      update batch
         set done = done + ${written.rows.length - failed}::int, failed = failed + ${failed}::int,
             leased_until = case when node_epoch is not distinct from ${part.node}::bigint then null else leased_until end,
             status = case when ${written.rows.length}::int + done + failed = total and status <> 'cancelled'
                           then 'finished' else status end,
             finished_at = case when ${written.rows.length}::int + done + failed = total and status <> 'cancelled'
                                then clock_timestamp() else finished_at end
       where id = ${part.id}::uuid`.execute(trx);
  });
}
