import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import { withBackground } from "../database/with-tenant.ts";
import { pollInterval, type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { deliver, storedMessage } from "./deliver.ts";
import { type Delivery, matchMessage } from "./match-message.ts";

const ROUND = 200;
/** Milliseconds after which a delivery still pending is no longer being carried out by its sender. */
const ABANDONED = 3_000;

/**
 * Brings buffered messages to subscriptions that opened after them, and finishes what a killed process began.
 * It is woken by every turn that opened a subscription or resumed a case, and looks by itself now and then.
 */
export function runMessages(parts: TurnParts): Poller {
  const poller = createPoller(
    async () => {
      const matched = await matchBuffered(parts);
      const abandoned = await findAbandoned(parts);
      const found = Map.groupBy(
        [...matched, ...abandoned],
        ({ tenant, messageId }) => `${tenant}\n${messageId}`,
      );
      for (const deliveries of found.values()) {
        const { tenant, messageId } = deliveries[0] ?? { tenant: "", messageId: "" };
        const message = await storedMessage(parts, tenant, messageId);
        if (message) await deliver(parts, deliveries, message);
      }
      return found.size >= ROUND ? 0 : Math.max(pollInterval(parts), 1_000);
    },
    (error) => parts.log?.warn({ error: String(error) }, "buffered messages could not be read"),
  );
  parts.turns.onCommit(({ effects, resumed }) => {
    const woken = effects.some(({ effect }) => WAKING.has(effect.kind));
    if (woken || resumed.length > 0) poller.wake();
  });
  return poller;
}

const WAKING: ReadonlySet<string> = new Set(["subscription.open", "message.send", "signal.send"]);

async function matchBuffered(parts: TurnParts): Promise<Delivery[]> {
  return await withBackground(parts.database, async (trx) => {
    const { rows } = await sql<{ tenant_id: string; id: string }>`
      select m.tenant_id, m.id from message m
       where m.matched_at is null and m.expires_at > ${turnTime(parts)} and (
         m.type = 'signal'
         or exists (select from subscription s where s.tenant_id = m.tenant_id and s.type = m.type and s.name = m.name
           and s.key is not distinct from m.key and not s.paused)
         or exists (select from message_start s where s.tenant_id = m.tenant_id and s.type = m.type
           and s.name = m.name))
       order by m.received_at limit ${ROUND} for update skip locked`.execute(trx);
    const deliveries: Delivery[] = [];
    for (const row of rows) {
      const matched = await matchMessage(parts, trx, row.tenant_id, row.id);
      deliveries.push(...(matched?.deliveries ?? []));
    }
    return deliveries;
  });
}

async function findAbandoned(parts: TurnParts): Promise<Delivery[]> {
  const { rows } = await withBackground(parts.database, (trx) =>
    sql<Delivery>`
      select id, tenant_id as tenant, message_id as "messageId", definition_id as "definitionId", version,
             instance_id as instance, subscription, start_node as "startNode"
        from delivery where settled_at is null and kind = 'message'
         and created_at < clock_timestamp() - ${ABANDONED}::int * interval '1 millisecond'
       order by created_at limit ${ROUND}`.execute(trx),
  );
  return rows;
}
