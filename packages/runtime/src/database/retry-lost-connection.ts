import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseAway, isConnectionLoss } from "./database-away.ts";

/** Tries after a connection was lost before the work was done, when nothing can have been committed yet. */
const TRIES = 4;
/** Milliseconds after which nothing is tried again: whoever waits hears that the database is away. */
const PATIENCE = 4_000;

/**
 * Runs a transaction again where its connection was lost. `transaction` calls `worked` once nothing is left but
 * the commit: from then on it is not repeated, because it may have taken place.
 *
 * @throws DatabaseAway where the database stays away
 */
export async function retryLostConnection<T>(
  transaction: (worked: (done: boolean) => void) => Promise<T>,
): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (let tries = 1; ; tries++) {
    let over = false;
    try {
      return await transaction((done) => {
        over = done;
      });
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      if (over || tries >= TRIES || performance.now() > until) throw new DatabaseAway(error);
      await sleep(Math.random() * 50 * 2 ** tries);
    }
  }
}
