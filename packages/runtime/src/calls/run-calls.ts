import type { JsonObject } from "@flowright/engine";
import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import { withBackground } from "../database/with-tenant.ts";
import type { DeliveryInsert } from "../turns/changes/batch-changes.ts";
import { pollInterval, type TurnParts } from "../turns/turn-parts.ts";
import { carryDelivery } from "./carry-delivery.ts";

const ROUND = 200;
/** Milliseconds after which what a turn had to tell is no longer being told by the process of that turn. */
const ABANDONED = 3_000;

/**
 * Carries what cases tell each other, and themselves, from one turn to the next. The process whose turn it was does
 * it at once after the commit; what a killed process left is found by looking now and then.
 */
export function runCalls(parts: TurnParts): Poller {
  const fresh: DeliveryInsert[] = [];
  const poller = createPoller(
    async () => {
      const left = await findAbandoned(parts);
      const now = fresh.splice(0);
      const told = new Set(now.map(({ id }) => id));
      await Promise.all(
        [...now, ...left.filter(({ id }) => !told.has(id))].map((one) => carryDelivery(parts, one)),
      );
      return left.length >= ROUND || fresh.length > 0 ? 0 : Math.max(pollInterval(parts), 1_000);
    },
    (error) => parts.log?.warn({ error: String(error) }, "what cases tell each other could not be carried"),
  );
  parts.turns.onCommit(({ deliveries }) => {
    if (deliveries.length === 0) return;
    fresh.push(...deliveries);
    poller.wake();
  });
  return poller;
}

interface StoredDelivery {
  id: string;
  tenant: string;
  kind: DeliveryInsert["kind"];
  definitionId: string;
  version: number | null;
  instance: string | null;
  payload: JsonObject;
  source: string;
  sourceNumber: number;
}

async function findAbandoned(parts: TurnParts): Promise<StoredDelivery[]> {
  const { rows } = await withBackground(parts.database, (trx) =>
    sql<StoredDelivery>`
      select id, tenant_id as tenant, kind, definition_id as "definitionId", version, instance_id as instance,
             payload, source_id as source, source_number as "sourceNumber"
        from delivery where settled_at is null and kind <> 'message'
         and created_at < clock_timestamp() - ${ABANDONED}::int * interval '1 millisecond'
       order by created_at limit ${ROUND}`.execute(trx),
  );
  return rows;
}
