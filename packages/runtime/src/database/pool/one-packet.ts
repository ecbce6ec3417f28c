import type { Duplex } from "node:stream";
import type pg from "pg";

/**
 * Sends what `send` queries in one write to the socket: one system call and one wake-up of the database for a dozen
 * statements. Only for pipelined connections, which write each statement at once. `connection.stream` of a client is
 * where node-postgres, too, holds writes back for the messages of one statement.
 */
export function inOnePacket<Result>(client: pg.PoolClient, send: () => Result): Result {
  const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Duplex } })
    .connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
