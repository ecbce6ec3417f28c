import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { withEngine } from "../../src/database/with-tenant.ts";
import { pruneChanges } from "../../src/live/prune-changes.ts";
import { check, line } from "./flows.ts";
import { accepted, ann, boss, machine, openWorld, type World } from "./open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  accepted(await world.runtime.definitions.publish(boss, { definition: line("check-only", [check]) }));
});
afterAll(() => world.close());

it("removes live changes older than an hour, and readers from before begin anew", async () => {
  const { runtime, admin } = world;
  const before = "1.0";
  for (let n = 0; n < 20; n++)
    accepted(await runtime.instances.start(machine, { definitionId: "check-only" }));
  await admin.query(`update live_change set at = at - interval '2 hours'
    where xid < (select percentile_disc(0.5) within group (order by xid::text::bigint) from live_change)::text::xid8`);
  const { rows } = await admin.query(
    "select count(*) filter (where at < now() - interval '1 hour')::int as old, count(*)::int as all from live_change",
  );
  expect(rows[0].old).toBeGreaterThan(5);
  // Changes are told up to the oldest transaction of the whole cluster, and other tests run on it.
  await expect
    .poll(async () => (await runtime.live.changes(ann, "tasks", before))?.changes.length, { timeout: 10_000 })
    .toBe(20);
  const database = openDatabase({ connectionString: world.connectionString });
  expect(await withEngine(database, (trx) => pruneChanges(trx))).toBe(false);
  expect(await withEngine(database, (trx) => pruneChanges(trx))).toBe(false);
  await database.close();
  const left = await admin.query("select count(*)::int as count from live_change");
  expect(left.rows[0].count).toBe(rows[0].all - rows[0].old);
  const other = await world.open();
  expect(await other.live.changes(ann, "tasks", before)).toBeNull();
  expect(await other.live.changes(ann, "tasks", other.live.position())).not.toBeNull();
  await other.close();
});
