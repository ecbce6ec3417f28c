import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./open-database.ts";
import { retryLostConnection } from "./retry-lost-connection.ts";
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
  return inRole(database.reads, database.roles.app, caller.tenant, work);
}

/** One transaction under the engine role, which sees every tenant: sign-in, turns, housekeeping. */
export function withEngine<T>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inRole(database.reads, database.roles.engine, "", work);
}

/** The same for what the process does by itself, on connections that no burst of requests takes. */
export function withBackground<T>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inRole(database.background, database.roles.engine, "", work);
}

function inRole<T>(
  connections: Kysely<Tables>,
  role: string,
  tenant: string,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retryLostConnection((worked) =>
    retryTransaction(() =>
      connections.transaction().execute(async (trx) => {
        worked(false);
        await sql`select set_config('role', ${role}, true), set_config('flowright.tenant', ${tenant}, true)`.execute(
          trx,
        );
        const value = await work(trx);
        worked(true);
        return value;
      }),
    ),
  );
}
