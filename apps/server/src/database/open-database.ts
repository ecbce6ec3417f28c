import { migrate, RolesMissing } from "@flowright/runtime";
import pg from "pg";
import { startEmbeddedPostgres } from "../postgres/start-embedded-postgres.ts";
import type { Settings } from "../settings/read-settings.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";

export interface OpenedDatabase {
  readonly connectionString: string;
  /** Settles with a sentence when the embedded PostgreSQL ended unasked; never for one of one's own. */
  readonly ended: Promise<string>;
  migrate(log: (line: string) => void): Promise<void>;
  stop(): Promise<void>;
}

const OLDEST = 150_000;

/**
 * The embedded PostgreSQL, or the one that `DATABASE_URL` names.
 *
 * @throws ProgramProblem where it cannot be reached, is too old or refuses the migrations
 */
export async function openDatabase(
  settings: Pick<Settings, "databaseUrl" | "dataDir">,
  log: (line: string) => void,
): Promise<OpenedDatabase> {
  if (settings.databaseUrl) return await openOwn(settings.databaseUrl);
  const embedded = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
  let asked = false;
  return {
    connectionString: embedded.connectionString,
    ended: new Promise((resolve) => {
      void embedded.ended.then(() => {
        if (!asked) resolve(say("postgres.ended", { folder: settings.dataDir }));
      });
    }),
    migrate: (print) => migrateWith(embedded.connectionString, print),
    stop: async () => {
      asked = true;
      await embedded.stop();
    },
  };
}

async function openOwn(connectionString: string): Promise<OpenedDatabase> {
  let client: pg.Client | null = null;
  try {
    client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST) {
      throw new ProgramProblem("database.too-old", { version: Math.floor(version / 10_000) });
    }
  } catch (error) {
    if (error instanceof ProgramProblem) throw error;
    throw new ProgramProblem("database.unreachable", { reason: (error as Error).message });
  } finally {
    await client?.end().catch(() => undefined);
  }
  return {
    connectionString,
    ended: new Promise(() => undefined),
    migrate: (print) => migrateWith(connectionString, print),
    stop: () => Promise.resolve(),
  };
}

async function migrateWith(connectionString: string, log: (line: string) => void): Promise<void> {
  try {
    const { applied } = await migrate(connectionString);
    if (applied.length > 0) log(say("database.migrated", { count: applied.length }));
  } catch (error) {
    if (error instanceof RolesMissing) throw new ProgramProblem("database.roles-missing", { sql: error.sql });
    throw error;
  }
}
