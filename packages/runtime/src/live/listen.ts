import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
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
  /** Milliseconds of silence until a connection is tried, and for which it is listened then. */
  readonly tried?: number | undefined;
  readonly listened?: number | undefined;
}

/**
 * Milliseconds after which a silent connection is tried: it rings for itself. A network may swallow everything and
 * leave the connection open; one that does not hear itself in time is opened anew.
 */
const TRIED = 8_000;
const HEARD = 5_000;
/** Milliseconds between two rings at least: NOTIFY takes a lock of the whole database when it commits. */
const QUIET = 25;

/** Keeps one connection that listens; one that breaks or does not hear itself is opened again, with growing pauses. */
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
      query_timeout: 5_000,
    });
    let broken = false;
    let watch: NodeJS.Timeout | null = null;
    const watchFor = (milliseconds: number, then: () => void) => {
      if (watch) clearTimeout(watch);
      watch = broken ? null : setTimeout(then, milliseconds);
      watch?.unref();
    };
    const heard = () => watchFor(options.tried ?? TRIED, tryIt);
    const tryIt = () => {
      watchFor(options.listened ?? HEARD, () => {
        options.log?.warn({}, "live changes: a connection hears nothing, not even itself; opened anew");
        lost();
      });
      next.query("select pg_notify($1, $2)", [channel, self]).catch(() => undefined);
    };
    const lost = () => {
      if (broken) return;
      broken = true;
      if (watch) clearTimeout(watch);
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
      heard();
      if (payload !== self) options.heard();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (closed) return await next.end();
      client = next;
      failures = 0;
      heard();
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
      // A connection that the network swallowed does not even end.
      const ended = client?.end().catch(() => undefined);
      await Promise.race([ended, delay(1_000, null, { ref: false })]);
    },
  };
}
