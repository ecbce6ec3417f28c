import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isConnectionLoss } from "../database-away.ts";
import { CommitAborted, commitOutcome } from "./commit-outcome.ts";

/**
 * The pool behind Kysely. Its parameters PostgreSQL always takes: it refuses the character NUL in texts, so that a
 * search for one would fail instead of finding nothing. NUL becomes U+FFFD, as the driver does with lone surrogates.
 */
export function storablePool(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client, pool);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/**
 * The beginning of a transaction is sent together with its first statement and saves a round trip; both are waited
 * for before anything else, so that nothing ever runs outside of the transaction. What wrote something is committed
 * under a number by which the database can be asked where the answer to the commit is lost. The lost connection is
 * given back before that: where all of them are lost at once, there is room for the one over which is asked.
 */
function wrap(client: pg.PoolClient, pool: pg.Pool): PostgresPoolClient {
  let begun: Promise<unknown> | null = null;
  let wrote = false;
  let lost = false;
  const query = async (text: string, parameters: readonly unknown[]) => {
    // Nothing is left to be undone on a connection that is gone.
    if (lost && text === "rollback") return NOTHING;
    if (text === "commit" && wrote) return await commit();
    wrote ||= WRITES.test(text);
    const answer = client.query(text, parameters.map(storable));
    if (text === "begin") {
      answer.catch(() => undefined);
      begun = answer;
      wrote = false;
      return NOTHING;
    }
    const before = begun;
    begun = null;
    return (await Promise.all([answer, before]))[0];
  };
  const commit = async () => {
    const { rows } = await client.query<{ id: string | null }>(
      "select pg_current_xact_id_if_assigned()::text as id",
    );
    try {
      return await client.query("commit");
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      lost = true;
      client.release(true);
      const id = rows[0]?.id ?? null;
      const committed = id === null ? false : await commitOutcome(pool, id);
      if (committed === true) return NOTHING;
      throw committed === false ? new CommitAborted(error) : error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: (destroy) => {
      if (!lost) client.release(destroy);
    },
  };
}

/** Whether a statement may write; where in doubt, it may. */
const WRITES = /\b(insert|update|delete|merge)\b/i;
const NOTHING = { command: "BEGIN", rowCount: 0, rows: [] };

function storable(value: unknown): unknown {
  if (typeof value === "string")
    return value.includes("\u0000") ? value.replaceAll("\u0000", "\ufffd") : value;
  return Array.isArray(value) ? value.map(storable) : value;
}
