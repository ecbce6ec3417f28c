import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../src/migrations/migrate.ts";

/** A database of its own for one test file, on the server of the test run. */
export async function createTestDatabase(): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const server = process.env.FLOWRIGHT_TEST_DATABASE_URL;
  if (!server) throw new Error("FLOWRIGHT_TEST_DATABASE_URL names no PostgreSQL for tests");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  };
}

/** The same, migrated. */
export async function createMigratedDatabase(): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const database = await createTestDatabase();
  await migrate(database.connectionString);
  return database;
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
