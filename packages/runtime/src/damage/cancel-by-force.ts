import { type EngineEvent, fold } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseTurn } from "../turns/turn-problems.ts";
import { type LookedAt, lookAtCase } from "./look-at-case.ts";
import { tellChanged } from "./tell-changed.ts";

/**
 * Ends a case that no turn can be carried out on: whatever it waits for is closed by its rows rather than by its state,
 * the case that called it hears of it, and those that it called are cancelled. The same command with the same key finds
 * the same answer as that of a turn.
 */
export async function cancelByForce(
  parts: TurnParts,
  caller: Caller,
  id: string,
  reason: string,
  once: { readonly given: Once | undefined; readonly operation: string; readonly body: unknown },
): Promise<Result<{ id: string }>> {
  return await withEngine(parts.database, (trx) =>
    withOnce(
      trx,
      caller,
      once.given,
      once.operation,
      once.body,
      async (): Promise<Result<{ id: string }>> => {
        const found = await lookAtCase(parts, trx, caller.tenant, id);
        if (found === null) return refuseTurn("instance.unknown", { id });
        if (found.ended) return refuseTurn("case.ended");
        await end(trx, caller, found, reason);
        await closeWaits(trx, caller, found);
        await tellOthers(trx, found);
        await tellChanged(trx, { ...found, seq: found.seq + 1 });
        return { ok: true, value: { id } };
      },
    ),
  );
}

async function end(trx: Transaction<Tables>, caller: Caller, found: LookedAt, reason: string): Promise<void> {
  const { id, tenant, seq, events } = found;
  const ended: EngineEvent = { kind: "instance.ended", v: 1, status: "cancelled", by: caller.user, reason };
  await sql`
    insert into instance_event (tenant_id, instance_id, seq, at, actor, command, events)
    values (${tenant}, ${id}::uuid, ${seq + 1}::int, clock_timestamp(), ${caller.user}, 'instance.cancel',
            ${JSON.stringify([ended])}::json)`.execute(trx);
  const state = found.folded === null ? found.state : fold([...events, ended]);
  await sql`
    update instance set state = ${JSON.stringify(state)}::json, status = 'cancelled', seq = ${seq + 1}::int,
           ended_at = clock_timestamp(), open_incidents = 0
     where id = ${id}::uuid`.execute(trx);
}

async function closeWaits(trx: Transaction<Tables>, caller: Caller, { id }: LookedAt): Promise<void> {
  for (const table of ["job", "timer", "subscription"] as const)
    await trx.deleteFrom(table).where("instance_id", "=", id).execute();
  await sql`
    update task set status = 'cancelled', closed_at = clock_timestamp(), closed_by = ${caller.user}
     where instance_id = ${id}::uuid and status in ('open', 'waiting')`.execute(trx);
  await sql`
    update incident set resolved_at = clock_timestamp(), resolved_by = ${caller.user}
     where instance_id = ${id}::uuid and resolved_at is null`.execute(trx);
}

/** Written as a killed server would have left it, so that it is carried by whoever looks next. */
async function tellOthers(trx: Transaction<Tables>, found: LookedAt): Promise<void> {
  const { id, tenant, definitionId, parent } = found;
  await sql`
    update delivery set settled_at = clock_timestamp(), refused = true
     where instance_id = ${id}::uuid and settled_at is null`.execute(trx);
  const { rows } = await sql<{ call: number }>`
    select parent_call as call from instance where parent_id = ${id}::uuid and ended_at is null
    union select source_number from delivery
     where source_id = ${id}::uuid and kind = 'call.start' and settled_at is null`.execute(trx);
  const tell = async (kind: string, to: string | null, source: string, call: number, payload: object) => {
    await sql`
      insert into delivery (id, tenant_id, kind, definition_id, instance_id, payload, source_id, source_number,
        created_at)
      values (${uuidv7()}::uuid, ${tenant}, ${kind}, ${definitionId}, ${to}::uuid, ${JSON.stringify(payload)}::json,
        ${source}::uuid, ${call}::int, clock_timestamp() - interval '1 hour')`.execute(trx);
  };
  for (const { call } of rows) await tell("call.cancel", null, id, call, {});
  if (parent !== null) await tell("call.end", parent.id, parent.id, parent.call, { status: "cancelled" });
}
