import { sql } from "kysely";
import { withEngine } from "../database/with-tenant.ts";
import { KEPT_DAYS } from "../drafts/kept-drafts.ts";
import { pruneChanges } from "../live/prune-changes.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { createPoller, type Poller } from "./poller.ts";

const PAUSE = 60_000;

/** Removes what nobody can ask for again: old live changes, answers of idempotency keys, messages, drafts. */
export function runHousekeeping(parts: TurnParts): Poller {
  return createPoller(
    async () => {
      const more = await withEngine(parts.database, (trx) => pruneChanges(trx));
      await withEngine(parts.database, async (trx) => {
        await sql`delete from idempotency where created_at < clock_timestamp() - interval '7 days'`.execute(
          trx,
        );
        await sql`
          delete from message where matched_at is null and expires_at < ${turnTime(parts)} - interval '1 day'
             and received_at < ${turnTime(parts)} - interval '1 day'`.execute(trx);
        await sql`
          delete from message where received_at < ${turnTime(parts)} - interval '30 days'
             and expires_at < ${turnTime(parts)}`.execute(trx);
        await sql`
          delete from delivery where settled_at is not null
             and created_at < clock_timestamp() - interval '30 days'`.execute(trx);
        await sql`
          delete from kept_draft where reason <> 'named'
             and kept_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`.execute(trx);
        await sql`delete from batch where finished_at < clock_timestamp() - interval '90 days'`.execute(trx);
        await sql`
          delete from task_draft d using task t
           where t.instance_id = d.instance_id and t.number = d.task and t.status <> 'open'`.execute(trx);
      });
      return more ? 0 : PAUSE;
    },
    (error) => parts.log?.warn({ error: String(error) }, "housekeeping failed"),
  );
}
