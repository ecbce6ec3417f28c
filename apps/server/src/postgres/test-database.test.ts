import pg from "pg";
import { expect, test } from "vitest";

test("every test run has a PostgreSQL of its own", async () => {
  const client = new pg.Client({ connectionString: process.env.FLOWRIGHT_TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select current_setting('server_version_num')::int >= 150000 as ok");
  await client.end();
  expect(rows).toEqual([{ ok: true }]);
});
