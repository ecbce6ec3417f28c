import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

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
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/**
 * The beginning of a transaction is sent together with its first statement and saves a round trip; both are waited
 * for before anything else, so that nothing ever runs outside of the transaction.
 */
function wrap(client: pg.PoolClient): PostgresPoolClient {
  let begun: Promise<unknown> | null = null;
  const query = async (text: string, parameters: readonly unknown[]) => {
    const answer = client.query(text, parameters.map(storable));
    if (text === "begin") {
      answer.catch(() => undefined);
      begun = answer;
      return NOTHING;
    }
    const before = begun;
    begun = null;
    return (await Promise.all([answer, before]))[0];
  };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy),
  };
}

const NOTHING = { command: "BEGIN", rowCount: 0, rows: [] };

function storable(value: unknown): unknown {
  if (typeof value === "string")
    return value.includes("\u0000") ? value.replaceAll("\u0000", "\ufffd") : value;
  return Array.isArray(value) ? value.map(storable) : value;
}
