import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { RuntimeLog } from "../contract/runtime.ts";
import { storablePool } from "./pool/storable-pool.ts";
import { isSchemaName, type RoleNames, roleNamesOf } from "./role-names.ts";
import type { Tables } from "./tables.ts";

/**
 * Pools apart from each other, so that a burst of reading never starves the turns, the timers or the jobs. All log in as the owner of the schema and
 * change to the application or engine role inside each transaction (`withTenant`, `withEngine`).
 */
export interface Database {
  readonly schema: string;
  readonly roles: RoleNames;
  /** For services: use it through `withTenant` or `withEngine`, never bare. */
  readonly reads: Kysely<Tables>;
  /** The same connections, for `engineStatement` alone. */
  readonly readPool: pg.Pool;
  /** For turns: pipelined connections, raw SQL. */
  readonly turns: pg.Pool;
  /** What the process does by itself: timers, jobs, deliveries. Use it through `withBackground`. */
  readonly background: Kysely<Tables>;
  /** One connection by which this process keeps its place among the others, and nothing else. */
  readonly pulse: pg.Pool;
  /**
   * Opens what the turns and the process itself need, and keeps it: where the database takes no more connections, it is
   * those who read that wait. Where it is away now, each is opened when it is needed.
   */
  hold(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly schema?: string | undefined;
  readonly connections?:
    | { readonly turns?: number; readonly reads?: number; readonly silence?: number }
    | undefined;
  readonly log?: RuntimeLog | undefined;
}

/** Opens the pools; connects lazily. Throws on a schema name that is not plain lower case. */
export function openDatabase(options: DatabaseOptions): Database {
  const schema = options.schema ?? "flowright";
  if (!isSchemaName(schema)) throw new Error(`Not a schema name: ${schema}`);
  const limits = limitsFrom(options.connections?.silence ?? SILENCE);
  const turns = openPool(options, schema, options.connections?.turns ?? 3, limits.turns, TURN_SETTINGS);
  const readPool = openPool(options, schema, options.connections?.reads ?? 6, limits.reads);
  const pulse = openPool(options, schema, 1, limits.pulse);
  const reads = kyselyOn(readPool);
  const backgroundPool = openPool(options, schema, 2, limits.background);
  const background = kyselyOn(backgroundPool);
  return {
    schema,
    roles: roleNamesOf(schema),
    reads,
    readPool,
    turns,
    background,
    pulse,
    hold: async () => {
      await Promise.race([Promise.all([pulse, backgroundPool, turns].map(openAll)), sleep(HOLDING)]);
    },
    close: async () => {
      await Promise.all([turns.end(), reads.destroy(), background.destroy(), pulse.end()]);
    },
  };
}

/**
 * Every statement of a turn finds its rows by key. Without these, a plan made while a table was small (a
 * sequential scan, a hash join) would be kept after it has grown.
 */
const TURN_SETTINGS = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

/** Milliseconds that a start waits for its connections. */
const HOLDING = 1_000;

/** All connections of a pool at once, then back. */
async function openAll(pool: pg.Pool): Promise<void> {
  const opened = await Promise.allSettled(Array.from({ length: pool.options.max }, () => pool.connect()));
  for (const one of opened) if (one.status === "fulfilled") one.value.release();
}

function kyselyOn(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: storablePool(pool) }) });
}

/** Milliseconds. `heard`: for an answer, else the connection is taken for dead, whatever the network says. */
interface Limits {
  readonly connect: number;
  readonly lock: number;
  readonly statement: number;
  readonly heard: number;
  /** Between two statements of a transaction: its locks are not held for a process that is paused. */
  readonly idle: number;
  /** For which a connection is kept that nobody uses; 0: for ever. */
  readonly kept: number;
}

/** Milliseconds after which a turn's connection is taken for dead if nothing is heard. */
const SILENCE = 8_000;

/**
 * The limits of each pool, all in proportion to the silence after which a turn gives its connection up. What the
 * process does by itself is short where it is idle: a node that is paused holds no job for longer than its lease.
 */
function limitsFrom(silence: number) {
  const limits = (lock: number, statement: number, heard: number, idle: number, kept: number): Limits => ({
    connect: 5_000,
    lock: Math.ceil(silence * lock),
    statement: Math.ceil(silence * statement),
    heard: Math.ceil(silence * heard),
    idle: Math.ceil(silence * idle),
    kept,
  });
  return {
    turns: limits(5 / 8, 7 / 8, 1, 5 / 8, 0),
    reads: limits(5 / 4, 15 / 4, 4, 5 / 4, 10_000),
    background: limits(5 / 8, 5 / 4, 11 / 8, 1 / 4, 0),
    pulse: { connect: 5_000, lock: 2_000, statement: 5_000, heard: 6_000, idle: 2_000, kept: 0 },
  };
}

function openPool(
  options: DatabaseOptions,
  schema: string,
  max: number,
  limits: Limits,
  settings = "",
): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: options.connectionString,
    max,
    pipeline: true,
    application_name: "flowright",
    connectionTimeoutMillis: limits.connect,
    idleTimeoutMillis: limits.kept,
    statement_timeout: limits.statement,
    // Where it passes, the driver ends a pipelined connection with all that waits on it.
    query_timeout: limits.heard,
    idle_in_transaction_session_timeout: limits.idle,
    lock_timeout: limits.lock,
    options: `-c search_path=${schema} -c timezone=UTC -c jit=off${settings}`,
  };
  const pool = new pg.Pool(config);
  // Without a listener a lost connection would end the process, idle (pool) or in use (client).
  pool.on("error", (error) => options.log?.warn({ error: error.message }, "database connection lost"));
  pool.on("connect", (client) => {
    client.on("error", (error) => options.log?.warn({ error: error.message }, "database connection lost"));
  });
  return pool;
}
