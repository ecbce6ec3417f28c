import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** Milliseconds for which the database is asked what became of a transaction. */
const PATIENCE = 10_000;

/**
 * The connection was lost while a commit was under way, and the database says that it did not take place. The code is
 * that of a transaction which may simply be tried again.
 */
export class CommitAborted extends Error {
  readonly code = "40001";

  constructor(cause: unknown) {
    super("The transaction was not committed: its connection was lost", { cause });
    this.name = "CommitAborted";
  }
}

/**
 * What became of a transaction whose commit was never answered, asked on another connection: true where it took
 * place, false where it did not, null where nobody can tell now. One that still lasts is waited for: the database ends
 * it with its connection, or when it has been idle for too long.
 */
export async function commitOutcome(pool: pg.Pool, transaction: string): Promise<boolean | null> {
  const until = performance.now() + PATIENCE;
  do {
    try {
      const { rows } = await pool.query<{ status: string | null }>(
        "select pg_xact_status($1::xid8) as status",
        [transaction],
      );
      if (rows[0]?.status === "committed") return true;
      if (rows[0]?.status === "aborted") return false;
    } catch {
      // Asked again: it may have been lost, too.
    }
    await sleep(100);
  } while (performance.now() < until);
  return null;
}
