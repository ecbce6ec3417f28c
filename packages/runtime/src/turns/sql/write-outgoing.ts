import type pg from "pg";
import type { DeliveryInsert, MessageInsert } from "../changes/batch-changes.ts";

/** Stores what cases send. Like everything from outside it is matched in a transaction of its own. */
export function insertMessages(
  client: pg.PoolClient,
  messages: readonly MessageInsert[],
  now: string,
): Promise<unknown> {
  return client.query({
    name: "turn-message-insert",
    text: `insert into message (tenant_id, id, type, name, key, data, by_user, received_at, expires_at)
           select tenant, id, type, name, key, data, by, $2::timestamptz, $2::timestamptz + interval '1 day'
             from json_to_recordset($1::json) as x(tenant text, id text, type text, name text, key text, data json,
               by text)
           on conflict do nothing`,
    values: [JSON.stringify(messages), now],
  });
}

/** Notes what one case has to tell another, or itself, in a turn that follows. */
export function insertDeliveries(
  client: pg.PoolClient,
  deliveries: readonly DeliveryInsert[],
): Promise<unknown> {
  return client.query({
    name: "turn-delivery-insert",
    text: `insert into delivery (id, tenant_id, kind, definition_id, version, instance_id, payload, source_id,
             source_number, created_at)
           select id, tenant, kind, "definitionId", version, instance, payload, source, "sourceNumber",
                  clock_timestamp()
             from json_to_recordset($1::json) as x(id uuid, tenant text, kind text, "definitionId" text,
               version integer, instance uuid, payload json, source uuid, "sourceNumber" integer)`,
    values: [JSON.stringify(deliveries)],
  });
}
