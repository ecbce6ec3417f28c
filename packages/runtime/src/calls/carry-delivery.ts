import type { Command, JsonObject } from "@flowright/engine";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Result } from "../contract/result.ts";
import { withEngine } from "../database/with-tenant.ts";
import type { DeliveryInsert } from "../turns/changes/batch-changes.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { isDamage } from "../turns/turn-problems.ts";
import type { TurnRequest } from "../turns/turn-request.ts";

/** Carries one thing to its case, in a turn that also settles it: exactly once. */
export async function carryDelivery(parts: TurnParts, delivery: DeliveryInsert): Promise<void> {
  const request = await requestOf(parts, delivery);
  if (request === null) {
    await settle(parts, delivery);
    return;
  }
  const result = await parts.turns.submit(request);
  // Where only the database was away it stays and is tried again.
  if (result.ok || result.refusal.status === 503) return;
  const { problem } = result.refusal;
  if (problem.code === "message.delivered-before") return;
  // It stays for when somebody has put the case right.
  if (isDamage(problem.code)) return;
  if (delivery.kind === "call.start") await refuseCall(parts, delivery, result);
  else await settle(parts, delivery);
}

/** The turn that carries it; null where its receiver is gone. */
async function requestOf(parts: TurnParts, delivery: DeliveryInsert): Promise<TurnRequest<null> | null> {
  const { tenant, kind, instance, payload, sourceNumber: call } = delivery;
  const command = (id: string, value: Command): TurnRequest<null> => ({
    tenant,
    target: { kind: "instance", id },
    actor: null,
    delivery: delivery.id,
    decide: () => ({ ok: true, value }),
    answer: () => null,
  });
  switch (kind) {
    case "call.start":
      return await startOf(parts, delivery);
    case "call.cancel": {
      const called = await cancelled(parts, delivery);
      const reason = "the case that called it went on without it";
      return called === null ? null : command(called, { kind: "instance.cancel", by: null, reason });
    }
    case "call.end":
      return instance === null ? null : command(instance, endOf(call, payload));
    case "call.escalate": {
      const { code, message } = payload as { code: string; message: string };
      return instance === null ? null : command(instance, { kind: "call.escalate", call, code, message });
    }
    case "turn.continue":
      return instance === null ? null : command(instance, { kind: "turn.continue" });
  }
}

function endOf(call: number, payload: JsonObject): Command {
  const { status, result, error } = payload as {
    status: string;
    result?: JsonObject;
    error?: { code?: string; message: string };
  };
  if (result !== undefined) return { kind: "call.complete", call, result };
  const message = error?.message ?? `the called case was ${status}`;
  return { kind: "call.fail", call, message, ...(error?.code === undefined ? {} : { code: error.code }) };
}

async function startOf(parts: TurnParts, delivery: DeliveryInsert): Promise<TurnRequest<null>> {
  const { tenant, definitionId, payload, source, sourceNumber } = delivery;
  const { policy, node, businessKey, variables } = payload as {
    node: string;
    policy: "latest" | "atPublish" | "fixed";
    businessKey: string | null;
    variables: JsonObject;
  };
  const version = policy === "atPublish" ? await versionAtPublish(parts, delivery) : delivery.version;
  const key = businessKey ?? undefined;
  return {
    tenant,
    target: {
      kind: "start",
      definitionId,
      version: version ?? undefined,
      businessKey: key,
      parent: { id: source, call: sourceNumber, node },
    },
    actor: null,
    delivery: delivery.id,
    decide: () => ({
      ok: true,
      value: {
        kind: "instance.start",
        variables,
        by: null,
        called: key === undefined ? {} : { businessKey: key },
      },
    }),
    answer: () => null,
  };
}

/** The newest version of the called flow when the calling one was published; null where there was none. */
async function versionAtPublish(parts: TurnParts, delivery: DeliveryInsert): Promise<number | null> {
  const { rows } = await withEngine(parts.database, (trx) =>
    sql<{ version: number | null }>`
      select max(called.version) as version
        from instance i
        join definition_version own on own.tenant_id = i.tenant_id and own.definition_id = i.definition_id
         and own.version = i.version
        join definition_version called on called.tenant_id = i.tenant_id
         and called.definition_id = ${delivery.definitionId} and called.published_at <= own.published_at
       where i.id = ${delivery.source}::uuid`.execute(trx),
  );
  return rows[0]?.version ?? null;
}

/** A call that has not started never will; the case that has is named, if it is alive. */
async function cancelled(parts: TurnParts, delivery: DeliveryInsert): Promise<string | null> {
  const { source, sourceNumber } = delivery;
  return await withEngine(parts.database, async (trx) => {
    // The turn that starts it holds the lock of this row, so one of the two sees the other.
    await sql`
      update delivery set settled_at = clock_timestamp(), refused = true
       where source_id = ${source}::uuid and source_number = ${sourceNumber} and kind = 'call.start'
         and settled_at is null`.execute(trx);
    const { rows } = await sql<{ id: string }>`
      select id from instance where parent_id = ${source}::uuid and parent_call = ${sourceNumber}
         and ended_at is null`.execute(trx);
    return rows[0]?.id ?? null;
  });
}

/** The called flow cannot be started: the step that called it hears why. */
async function refuseCall(parts: TurnParts, delivery: DeliveryInsert, refused: Result<null>): Promise<void> {
  if (refused.ok) return;
  const { message } = refused.refusal.problem;
  const payload = JSON.stringify({ status: "refused", error: { message: message.en } });
  await withEngine(parts.database, async (trx) => {
    const settled = await sql`
      update delivery set settled_at = clock_timestamp(), refused = true
       where id = ${delivery.id}::uuid and settled_at is null`.execute(trx);
    if (settled.numAffectedRows === 0n) return;
    await sql`
      insert into delivery (id, tenant_id, kind, definition_id, instance_id, payload, source_id, source_number,
        created_at)
      values (${uuidv7()}::uuid, ${delivery.tenant}, 'call.end', ${delivery.definitionId},
        ${delivery.source}::uuid, ${payload}::json, ${delivery.source}::uuid, ${delivery.sourceNumber},
        clock_timestamp() - interval '1 hour')`.execute(trx);
  });
}

async function settle(parts: TurnParts, delivery: DeliveryInsert): Promise<void> {
  await withEngine(parts.database, (trx) =>
    sql`
      update delivery set settled_at = clock_timestamp(), refused = true
       where id = ${delivery.id}::uuid and settled_at is null`.execute(trx),
  );
}
