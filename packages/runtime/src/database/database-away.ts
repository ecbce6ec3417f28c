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
  const state = sqlStateOf(error);
  if (state !== null) return /^(08|53|57P|25P03)/.test(state);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT)$/.test(code)) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/.test(
    error.message,
  );
}
