import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import { withBackground } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { failAbandoned } from "./settle-job.ts";

const PAUSE = 5_000;

/** Looks for jobs whose last attempt ended with its lease: the worker died, so nobody else reports them. */
export function sweepJobs(parts: TurnParts): Poller {
  const poller = createPoller(
    async () => {
      const found = await withBackground(parts.database, (trx) =>
        sql<{ tenant: string; instance: string; number: number }>`
          select tenant_id as tenant, instance_id as instance, number from job
           where not paused and attempt >= attempts and lease_until <= clock_timestamp() limit 200`.execute(
          trx,
        ),
      );
      for (const key of found.rows) await failAbandoned(parts, key);
      return PAUSE;
    },
    (error) => parts.log?.warn({ error: String(error) }, "abandoned jobs could not be read"),
  );
  parts.membership?.onWork(() => poller.wake());
  return poller;
}
