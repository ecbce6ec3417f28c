import type { RuntimeLog } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { ensureEventPartitions } from "../migrations/ensure-event-partitions.ts";
import { createPoller, type Poller } from "./poller.ts";

const SIX_HOURS = 6 * 3_600_000;

/** Makes the coming months' partitions of the event log; the default partition holds what comes too soon. */
export function keepPartitions(database: Database, log: RuntimeLog | undefined): Poller {
  return createPoller(
    async () => {
      const client = await database.turns.connect();
      try {
        await ensureEventPartitions(client);
      } finally {
        client.release(true);
      }
      return SIX_HOURS;
    },
    (error) => log?.warn({ error: String(error) }, "event partitions could not be made"),
  );
}
