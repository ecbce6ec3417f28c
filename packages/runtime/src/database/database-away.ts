import { sqlStateOf } from "./retry-transaction.ts";

/**
 * The database cannot be reached now. Thrown by whatever is not a turn (turns wait and then refuse); its `code`
 * is that of a lost connection, whatever the driver said.
 */
export class DatabaseAway extends Error {
  readonly code = "08006";
  /** Seconds. */
  readonly retryAfter = 2;

  constructor(cause: unknown) {
    super("The database cannot be reached now", { cause });
    this.name = "DatabaseAway";
  }
}

/** Connection lost or refused, server starting or stopping, too many connections. */
export function isConnectionLoss(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  // Before the SQLSTATE, for which EPIPE might be taken.
  if (NETWORK.test(code)) return true;
  const state = sqlStateOf(error);
  if (state !== null) return /^(08|53|57P|25P03)/.test(state);
  return error instanceof Error && DRIVER.test(error.message);
}

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT|EHOSTUNREACH)$/;
/** What the driver says without a code. */
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Connection ended|Query read timeout)/;
