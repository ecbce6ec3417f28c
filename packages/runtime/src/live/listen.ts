import { randomUUID } from "node:crypto";
import pg from "pg";
import type { RuntimeLog } from "../contract/runtime.ts";

/** Tells other processes on the same schema, and hears from them. Only a hint: polling is the truth. */
export interface Bell {
  /** Heard by every other process. */
  ring(): void;
  close(): Promise<void>;
}

interface BellOptions {
  readonly connectionString: string;
  readonly schema: string;
  readonly heard: () => void;
  readonly log: RuntimeLog | undefined;
}

/** Milliseconds between two rings at least: NOTIFY takes a lock of the whole database when it commits. */
const QUIET = 25;

/** Keeps one connection that listens; one that breaks is opened again, with growing pauses. */
export function openBell(options: BellOptions): Bell {
  const channel = `flowright_${options.schema}`;
  const self = randomUUID();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let failures = 0;
  let pending: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: "flowright live",
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    let broken = false;
    const lost = () => {
      if (broken) return;
      broken = true;
      client = null;
      next.end().catch(() => undefined);
      if (closed) return;
      failures++;
      retry = setTimeout(() => void connect(), Math.min(10_000, 100 * 2 ** failures));
      retry.unref();
    };
    next.on("error", lost);
    next.on("end", lost);
    next.on("notification", ({ payload }) => {
      if (payload !== self) options.heard();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (closed) return await next.end();
      client = next;
      failures = 0;
      options.heard();
    } catch (error) {
      if (!closed)
        options.log?.warn({ error: String(error) }, "live changes: not listening, polling goes on");
      lost();
    }
  }

  const connected = connect();
  return {
    ring: () => {
      if (closed || pending) return;
      pending = setTimeout(() => {
        pending = null;
        client?.query("select pg_notify($1, $2)", [channel, self]).catch(() => undefined);
      }, QUIET);
      pending.unref();
    },
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      if (pending) clearTimeout(pending);
      await connected.catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}
