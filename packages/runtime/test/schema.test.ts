import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeSchema } from "../src/migrations/describe-schema.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { createTestDatabase } from "./test-runtime-database.ts";

const PICTURE = path.join(import.meta.dirname, "../src/migrations/schema.txt");
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await Promise.all([migrate(database.connectionString), migrate(database.connectionString)]);
  client = new pg.Client({
    connectionString: database.connectionString,
    options: "-c search_path=flowright",
  });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

it("equals the committed picture after all migrations", async () => {
  const now = await describeSchema(client, "flowright");
  // FLOWRIGHT_WRITE=1 renews the picture after a new migration.
  if (process.env.FLOWRIGHT_WRITE) await writeFile(PICTURE, now);
  expect(now).toBe(await readFile(PICTURE, "utf8"));
});

it("is migrated once, whoever asks again", async () => {
  expect((await migrate(database.connectionString)).applied).toEqual([]);
});

it("forces row-level security on every table with a tenant", async () => {
  const { rows } = await client.query(`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relnamespace = 'flowright'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(rows).toEqual([]);
});

it("shows and takes rows of the session's tenant alone", async () => {
  const { rows } = await client.query<{ relname: string }>(`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relnamespace = 'flowright'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and has_table_privilege('flowright_flowright_app', c.oid, 'select')`);
  expect(rows.length).toBeGreaterThan(10);
  await client.query(`insert into comment values
    ('a', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', null, 'u', now(), 'x')`);
  for (const [tenant, seen] of [
    ["a", 1],
    ["b", 0],
    ["", 0],
  ] as const) {
    await client.query("begin");
    await client.query(
      "select set_config('role', 'flowright_flowright_app', true), set_config('flowright.tenant', $1, true)",
      [tenant],
    );
    const { rowCount } = await client.query("select from comment");
    expect(rowCount).toBe(seen);
    for (const { relname } of rows) {
      const others = await client.query(`select from ${relname} where tenant_id is distinct from $1`, [
        tenant,
      ]);
      expect(others.rowCount).toBe(0);
    }
    if (tenant === "b") {
      await expect(
        client.query(`insert into comment values
          ('a', '01900000-0000-7000-8000-000000000003', '01900000-0000-7000-8000-000000000002', null, 'u', now(), 'x')`),
      ).rejects.toThrow(/row-level security/);
    }
    await client.query("rollback");
  }
});
