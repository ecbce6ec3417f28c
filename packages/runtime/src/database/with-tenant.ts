import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Transaction } from "kysely";
import { DatabaseAway, isConnectionLoss } from "./database-away.ts";
import type { Database } from "./open-database.ts";
import { retryTransaction } from "./retry-transaction.ts";
import type { Tables } from "./tables.ts";

/**
 * One transaction under the application role with the caller's tenant: row-level security shows and accepts
 * rows of this tenant alone, whatever the query says. Tried again on deadlocks, so `work` must be repeatable.
 */
export function withTenant<T>(
  database: Database,
  caller: { readonly tenant: string },
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inRole(database, database.roles.app, caller.tenant, work);
}

/** One transaction under the engine role, which sees every tenant: sign-in, turns, housekeeping. */
export function withEngine<T>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inRole(database, database.roles.engine, "", work);
}

/** Tries after a connection was lost before the work was done, when nothing can have been committed yet. */
const TRIES = 4;

async function inRole<T>(
  database: Database,
  role: string,
  tenant: string,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    let worked = false;
    try {
      return await retryTransaction(() =>
        database.reads.transaction().execute(async (trx) => {
          worked = false;
          await sql`select set_config('role', ${role}, true), set_config('flowright.tenant', ${tenant}, true)`.execute(
            trx,
          );
          const value = await work(trx);
          worked = true;
          return value;
        }),
      );
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      if (worked || tries >= TRIES) throw new DatabaseAway(error);
      await sleep(Math.random() * 50 * 2 ** tries);
    }
  }
}
