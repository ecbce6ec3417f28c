import type pg from "pg";
import type { Database } from "./open-database.ts";
import { inOnePacket } from "./pool/one-packet.ts";
import { retryLostConnection } from "./retry-lost-connection.ts";
import { retryTransaction } from "./retry-transaction.ts";

/** A statement that is planned once per connection, under its name. */
export interface EngineStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * One statement in a transaction of its own under the engine role, all in one round trip: for what every request
 * asks. A failed part makes the commit a rollback. The statement must be repeatable.
 */
export function engineStatement<Row extends pg.QueryResultRow>(
  database: Database,
  statement: EngineStatement,
): Promise<Row[]> {
  return retryLostConnection(() => retryTransaction(() => inOneRoundTrip<Row>(database, statement)));
}

/** Found by key even while the tables are small, because the plan stays. */
const ROLE = {
  name: "statement-role",
  text: "select set_config('role', $1, true), set_config('enable_seqscan', 'off', true)",
};

async function inOneRoundTrip<Row extends pg.QueryResultRow>(
  { readPool, roles }: Database,
  statement: EngineStatement,
): Promise<Row[]> {
  const client = await readPool.connect();
  const send = () =>
    [
      client.query("begin"),
      client.query({ ...ROLE, values: [roles.engine] }),
      client.query<Row>(statement),
      client.query("commit"),
    ] as const;
  const sent = inOnePacket(client, send);
  // Every part is waited for, so that none fails unheard.
  const settled = await Promise.allSettled(sent);
  // Whatever state a connection with a failure is in, it is not used again.
  client.release(settled.some(({ status }) => status === "rejected"));
  const [, , answer] = await Promise.all(sent);
  return answer.rows;
}
