import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Tables } from "../database/tables.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";

/** A message on its way to one receiver. */
export interface Delivery {
  readonly id: string;
  readonly tenant: string;
  readonly messageId: string;
  readonly definitionId: string;
  /** Receiver: an instance and its subscription, or a start node of a version. */
  readonly instance: string | null;
  readonly subscription: number | null;
  readonly startNode: string | null;
  readonly version: number | null;
}

export interface Matched {
  readonly deliveries: readonly Delivery[];
  /** Cases alive for the key, for which another start was asked in vain. */
  readonly alive: readonly string[];
}

interface Target {
  definition_id: string;
  version: number | null;
  instance_id: string | null;
  subscription: number | null;
  start_node: string | null;
}

/**
 * Chooses who receives a message or a signal and writes that down: every case that waits for its name and key, and
 * every flow that it starts. It is matched once, under the lock of its row. A message that nobody waits for stays
 * buffered. Null where it was matched before or has expired.
 */
export async function matchMessage(
  parts: TurnParts,
  trx: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<Matched | null> {
  const locked = await sql<{ type: "message" | "signal"; name: string; key: string | null }>`
    select type, name, key from message where tenant_id = ${tenant} and id = ${id} and matched_at is null
       and expires_at > ${turnTime(parts)} for update`.execute(trx);
  const message = locked.rows[0];
  if (!message) return null;
  const waiting = await sql<Target>`
    select definition_id, null::int as version, instance_id, number as subscription, null as start_node
      from subscription where tenant_id = ${tenant} and type = ${message.type} and name = ${message.name}
       and key is not distinct from ${message.key} and not paused order by instance_id, number`.execute(trx);
  const starts = await sql<Target & { alive: string | null }>`
    select s.definition_id, s.version, null::uuid as instance_id, null::int as subscription, s.node as start_node,
           (select i.id from instance i where s.one_per_key and i.tenant_id = s.tenant_id
               and i.definition_id = s.definition_id and i.start_message = s.name and i.start_key = ${message.key}
               and i.ended_at is null limit 1) as alive
      from message_start s where s.tenant_id = ${tenant} and s.type = ${message.type} and s.name = ${message.name}
     order by s.definition_id, s.node`.execute(trx);
  const alive = starts.rows.flatMap((start) => (start.alive === null ? [] : [start.alive]));
  const targets = [...waiting.rows, ...starts.rows.filter((start) => start.alive === null)];
  // A signal is for those who wait at this moment; it is not kept for later ones.
  const kept = message.type === "message" && targets.length === 0 && alive.length === 0;
  if (kept) return { deliveries: [], alive };
  await sql`update message set matched_at = ${turnTime(parts)} where tenant_id = ${tenant} and id = ${id}`.execute(
    trx,
  );
  const deliveries = targets.map((target) => ({
    id: uuidv7(),
    tenant,
    messageId: id,
    definitionId: target.definition_id,
    instance: target.instance_id,
    subscription: target.subscription,
    startNode: target.start_node,
    version: target.version,
  }));
  if (deliveries.length > 0) {
    await sql`
      insert into delivery (id, tenant_id, message_id, definition_id, version, instance_id, subscription,
        start_node, created_at)
      select id, tenant, "messageId", "definitionId", version, instance, subscription, "startNode",
             clock_timestamp()
        from json_to_recordset(${JSON.stringify(deliveries)}::json) as x(id uuid, tenant text, "messageId" text,
          "definitionId" text, version integer, instance uuid, subscription integer, "startNode" text)`.execute(
      trx,
    );
  }
  return { deliveries, alive };
}
