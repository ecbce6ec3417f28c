import type { Holder } from "./table.ts";

/** An error as PostgreSQL tells it. */
export class SqlError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, message: string, constraint?: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** A statement has to wait for a lock of another transaction and is run again from its beginning after that. */
export class LockWait extends Error {
  readonly on: Holder;

  constructor(on: Holder) {
    super("waits for a lock");
    this.on = on;
  }
}
