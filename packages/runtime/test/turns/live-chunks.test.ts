import { afterAll, beforeAll, expect, it } from "vitest";
import { line } from "./flows.ts";
import { accepted, ann, boss, machine, openWorld, type World } from "./open-world.ts";

let world: World;
const NAME = "long ".repeat(700);

beforeAll(async () => {
  world = await openWorld();
  const who = { type: "role", role: "packer" } as const;
  const flow = line("looks", [{ id: "look", kind: "userTask", name: NAME, who }]);
  accepted(await world.runtime.definitions.publish(boss, { definition: flow }));
});
afterAll(() => world.close());

it("tells much in parts, so that little waits in memory for a reader that is slow", async () => {
  const { runtime, admin } = world;
  const { rows } = await admin.query(
    "select pg_snapshot_xmin(pg_current_snapshot())::text || '.0' as position",
  );
  const bodies = Array.from({ length: 60 }, () => ({ definitionId: "looks" }));
  const started: string[] = [];
  for (let time = 0; time < 5; time++) {
    const cases = accepted(await runtime.instances.startMany(machine, bodies));
    started.push(...cases.map(({ id }) => id));
  }
  const told: string[] = [];
  const lengths: number[] = [];
  for (let since: string = rows[0].position, more = true; more; ) {
    const found = await runtime.live.changes(ann, "tasks", since);
    if (found === null) throw new Error("The changes are gone");
    told.push(...found.changes.map((change) => ("instanceId" in change ? change.instanceId : "")));
    lengths.push(JSON.stringify(found.changes).length);
    ({ position: since, more } = found);
  }
  expect(told.toSorted()).toEqual(started.toSorted());
  // A mebibyte in all; each part ends with the row that is more than a quarter of that.
  expect(lengths.reduce((sum, length) => sum + length)).toBeGreaterThan(1_000_000);
  expect(Math.max(...lengths)).toBeLessThan(800_000);
});
