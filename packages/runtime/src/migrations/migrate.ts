import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { retryTransaction } from "../database/retry-transaction.ts";
import { isSchemaName } from "../database/role-names.ts";
import type { Tables } from "../database/tables.ts";
import { createRoles } from "./create-roles.ts";
import { ensureEventPartitions } from "./ensure-event-partitions.ts";
import { migrations } from "./index-list.ts";

export interface Migrated {
  /** Names of the migrations carried out now; empty where the schema was up to date. */
  readonly applied: string[];
}

const PROVIDER = { getMigrations: async () => ({ ...migrations }) };

/** "Flow" in ASCII: the advisory lock under which one process at a time migrates a database. */
const MIGRATION_LOCK = 0x466c6f77;

/**
 * Brings the schema up to date. One process migrates, others wait for it up to a minute. Every statement
 * gives up after two seconds behind another's lock and the whole is tried again, so running servers never
 * queue behind a migration.
 *
 * @throws RolesMissing where the login may not create the two roles; its `sql` is for an administrator.
 */
export async function migrate(connectionString: string, schema = "flowright"): Promise<Migrated> {
  if (!isSchemaName(schema)) throw new Error(`Not a schema name: ${schema}`);
  const client = new pg.Client({ connectionString, options: `-c search_path=${schema} -c timezone=UTC` });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("set lock_timeout = '60s'");
    await client.query("select pg_advisory_lock($1, hashtext($2))", [MIGRATION_LOCK, schema]);
    await client.query("set lock_timeout = '2s'");
    await createRoles(client, schema);
    await client.query(`create schema if not exists ${schema}`);
    const applied = await applyMigrations(connectionString, schema);
    await retryTransaction(() => ensureEventPartitions(client));
    return { applied };
  } finally {
    await client.end();
  }
}

/** Whether every migration known to this program was applied. */
export async function isMigrated(db: Kysely<Tables>, schema: string): Promise<boolean> {
  const migrator = new Migrator({ db, provider: PROVIDER, migrationTableSchema: schema });
  const known = await migrator.getMigrations();
  return known.every((migration) => migration.executedAt !== undefined);
}

async function applyMigrations(connectionString: string, schema: string): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    lock_timeout: 2_000,
    options: `-c search_path=${schema} -c timezone=UTC`,
  });
  pool.on("error", () => undefined);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await retryTransaction(async () => {
      const migrator = new Migrator({
        db,
        provider: PROVIDER,
        migrationTableSchema: schema,
      });
      const { error, results } = await migrator.migrateToLatest();
      if (error) throw error;
      return (results ?? []).map((result) => result.migrationName);
    });
  } finally {
    await db.destroy();
  }
}
