import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { RuntimeLog } from "../contract/runtime.ts";
import { storablePool } from "./pool/storable-pool.ts";
import { isSchemaName, type RoleNames, roleNamesOf } from "./role-names.ts";
import type { Tables } from "./tables.ts";

/**
 * Two pools, so that a burst of reading never starves the turns. Both log in as the owner of the schema and
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
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly schema?: string | undefined;
  readonly connections?: { readonly turns?: number; readonly reads?: number } | undefined;
  readonly log?: RuntimeLog | undefined;
}

/** Opens the pools; connects lazily. Throws on a schema name that is not plain lower case. */
export function openDatabase(options: DatabaseOptions): Database {
  const schema = options.schema ?? "flowright";
  if (!isSchemaName(schema)) throw new Error(`Not a schema name: ${schema}`);
  const turns = openPool(options, schema, options.connections?.turns ?? 3, TURN_SETTINGS);
  const readPool = openPool(options, schema, options.connections?.reads ?? 6, "");
  const reads = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: storablePool(readPool) }) });
  return {
    schema,
    roles: roleNamesOf(schema),
    reads,
    readPool,
    turns,
    close: async () => {
      await Promise.all([turns.end(), reads.destroy()]);
    },
  };
}

/**
 * Every statement of a turn finds its rows by key. Without these, a plan made while a table was small (a
 * sequential scan, a hash join) would be kept after it has grown.
 */
const TURN_SETTINGS = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

function openPool(options: DatabaseOptions, schema: string, max: number, settings: string): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: options.connectionString,
    max,
    pipeline: true,
    application_name: "flowright",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 10_000,
    lock_timeout: 10_000,
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
