import type { JsonObject, MessagePayload } from "@flowright/engine";
import { sql } from "kysely";
import type { Result } from "../contract/result.ts";
import { withEngine } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import type { TurnRequest } from "../turns/turn-request.ts";
import type { Delivery } from "./match-message.ts";

/** A message or signal as it was stored. */
export interface StoredMessage extends MessagePayload {
  readonly type: "message" | "signal";
}

/** Carries deliveries out, each in a turn that also settles it: exactly once. Gives the cases reached. */
export async function deliver(
  parts: TurnParts,
  deliveries: readonly Delivery[],
  message: StoredMessage,
): Promise<{ readonly delivered: readonly string[]; readonly started: readonly string[] }> {
  const results = await Promise.all(
    deliveries.map(async (delivery) => ({
      delivery,
      result: await parts.turns.submit(requestOf(delivery, message)),
    })),
  );
  const delivered: string[] = [];
  const started: string[] = [];
  for (const { delivery, result } of results) {
    if (result.ok) (delivery.startNode === null ? delivered : started).push(result.value);
    else await giveUp(parts, delivery, message.type, result);
  }
  return { delivered, started };
}

function requestOf(delivery: Delivery, stored: StoredMessage): TurnRequest<string> {
  const { tenant, definitionId, instance, subscription, startNode } = delivery;
  const { type, ...message } = stored;
  const signal = { name: message.name, id: message.id, data: message.data };
  if (startNode !== null || instance === null || subscription === null) {
    const node = startNode ?? "";
    return {
      tenant,
      target: {
        kind: "start",
        definitionId,
        version: delivery.version ?? undefined,
        ...(type === "message" ? { message: { name: message.name, key: message.key, node } } : {}),
      },
      actor: null,
      delivery: delivery.id,
      decide: () => ({
        ok: true,
        value: {
          kind: "instance.start",
          variables: {},
          by: null,
          start: type === "message" ? { node, message } : { node, signal },
        },
      }),
      answer: (done) => done.instance.id,
    };
  }
  return {
    tenant,
    target: { kind: "instance", id: instance },
    actor: null,
    delivery: delivery.id,
    decide: () => ({
      ok: true,
      value:
        type === "message"
          ? { kind: "message.deliver", subscription, message }
          : { kind: "signal.deliver", subscription, signal },
    }),
    answer: () => instance,
  };
}

/**
 * The receiver waits no longer. If nobody else got the message it is buffered again, for whoever waits next
 * before it expires. Where only the database was away, the delivery stays and is tried again.
 */
async function giveUp(
  parts: TurnParts,
  delivery: Delivery,
  type: StoredMessage["type"],
  refused: Result<unknown>,
): Promise<void> {
  if (refused.ok || refused.refusal.status === 503) return;
  const { code } = refused.refusal.problem;
  if (code === "message.delivered-before") return;
  // A start that was refused would be refused again: only those who wait get another chance.
  const start = delivery.startNode !== null;
  await withEngine(parts.database, async (trx) => {
    await sql`
      update delivery set settled_at = clock_timestamp(), refused = true
       where id = ${delivery.id}::uuid and settled_at is null`.execute(trx);
    if (start || type === "signal") return;
    await sql`
      update message set matched_at = null
       where tenant_id = ${delivery.tenant} and id = ${delivery.messageId}
         and not exists (select from delivery d where d.tenant_id = ${delivery.tenant}
           and d.message_id = ${delivery.messageId} and not d.refused)`.execute(trx);
  });
}

/** The payload of a message that was stored before. */
export async function storedMessage(
  parts: TurnParts,
  tenant: string,
  id: string,
): Promise<StoredMessage | null> {
  const { rows } = await withEngine(parts.database, (trx) =>
    sql<{ type: "message" | "signal"; name: string; key: string | null; data: JsonObject }>`
      select type, name, key, data from message where tenant_id = ${tenant} and id = ${id}`.execute(trx),
  );
  const row = rows[0];
  return row ? { ...row, id } : null;
}
