import { afterAll, beforeAll, expect, it } from "vitest";
import { DatabaseAway } from "../../src/database/database-away.ts";
import { check, line, wait } from "./flows.ts";
import { accepted, ann, boss, machine, openWorld, storedFaults, until, type World } from "./open-world.ts";
import { openUnreliableLine } from "./unreliable-line.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("check-only", [check]) }));
  accepted(await definitions.publish(boss, { definition: line("waits", [wait("PT1S")]) }));
});
afterAll(() => world.close());

it("carries out every command exactly once while its connections are being killed", async () => {
  const { runtime, admin } = world;
  let over = false;
  const killer = (async () => {
    while (!over) {
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'flowright'",
      );
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  const results = [];
  for (let wave = 0; wave < 20; wave++) {
    const starts = Array.from({ length: 20 }, (_, n) =>
      runtime.instances.start(machine, {
        definitionId: "check-only",
        variables: { orderNo: `${wave}-${n}` },
      }),
    );
    results.push(...(await Promise.all(starts)));
  }
  over = true;
  await killer;
  const started = results.map((result) => accepted(result).id);
  const { rows } = await admin.query("select id, state -> 'scopes' as scopes from instance");
  expect(rows.map((row) => row.id).toSorted()).toEqual(started.toSorted());
  expect(await storedFaults(admin)).toEqual([]);
}, 90_000);

it("fires its timers and answers again after the outage", async () => {
  const { runtime, admin } = world;
  const started = accepted(await runtime.instances.start(machine, { definitionId: "waits" }));
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'flowright'",
  );
  await until("the timer", async () => {
    const { rows } = await admin.query("select status from instance where id = $1", [started.id]);
    return rows[0].status === "completed";
  });
  await until("readiness", async () => (await runtime.ready()).ok);
});

const MISHAPS = ["answer lost", "answer swallowed", "commit lost"] as const;

it.each(MISHAPS)("carries out a command once where the %s", async (mishap) => {
  const { admin, runtime } = world;
  const line = await openUnreliableLine(world.connectionString);
  const other = await world.open({
    connectionString: line.connectionString,
    background: false,
    connections: { silence: 400 },
  });
  const orderNo = mishap.replace(" ", "-");
  line.breakNext(mishap);
  const started = accepted(
    await other.instances.start(machine, { definitionId: "check-only", businessKey: orderNo }),
  );
  expect(line.broken()).toBe(1);
  const { rows } = await admin.query("select id, number from instance where business_key = $1", [orderNo]);
  expect(rows).toEqual([{ id: started.id, number: started.number }]);
  const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: started.id });
  line.breakNext(mishap);
  expect(accepted(await other.tasks.complete(ann, items[0]?.id ?? "", {})).status).toBe("completed");
  expect(line.broken()).toBe(2);
  expect(await storedFaults(admin)).toEqual([]);
  await other.close();
  line.down();
});

it.each(MISHAPS)(
  "saves what is no turn once where the %s on all connections, and says how it ended",
  async (mishap) => {
    const line = await openUnreliableLine(world.connectionString);
    const connections = { silence: 400, reads: 2 };
    const other = await world.open({
      connectionString: line.connectionString,
      background: false,
      connections,
    });
    const ids = ["first", "second"].map((which) => `${mishap.replace(" ", "-")}-${which}`);
    const began = performance.now();
    line.breakNext(mishap, "insert into draft", ids.length);
    await Promise.all(
      ids.map(async (id) => accepted(await other.drafts.save(boss, id, { definition: { id } }, null))),
    );
    expect(line.broken()).toBe(2);
    // Had it been said to be lost, or been done twice, this revision would not be the one that is stored.
    const { revision } = accepted(await world.runtime.drafts.read(boss, ids[0] ?? ""));
    line.breakNext(mishap, "update draft");
    const again = { definition: { id: ids[0], name: "again" } };
    accepted(await other.drafts.save(boss, ids[0] ?? "", again, revision));
    expect(line.broken()).toBe(3);
    expect(accepted(await world.runtime.drafts.read(boss, ids[0] ?? "")).definition).toEqual(
      again.definition,
    );
    // What is left of the lost connections is not waited for.
    expect(performance.now() - began).toBeLessThan(5_000);
    await other.close();
    line.down();
  },
);

it("keeps commands waiting while the database is away, and says so to those who read", async () => {
  const line = await openUnreliableLine(world.connectionString);
  const other = await world.open({ connectionString: line.connectionString });
  accepted(await other.instances.start(machine, { definitionId: "check-only" }));
  line.down();
  const waiting = other.instances.start(machine, { definitionId: "check-only", businessKey: "patient" });
  await expect(other.instances.list(boss, {})).rejects.toThrow(DatabaseAway);
  expect((await other.ready()).ok).toBe(false);
  await line.up();
  expect(accepted(await waiting).businessKey).toBe("patient");
  await until("readiness", async () => (await other.ready()).ok);
  expect((await other.instances.list(boss, { search: "patient" })).items.length).toBe(1);
  // Timers and the live feed found the database again, too.
  const woken = new Promise<void>((resolve) => {
    other.live.onWake((tenants) => tenants.has("east") && resolve());
  });
  accepted(await world.runtime.instances.start(machine, { definitionId: "check-only" }));
  await woken;
  await other.close();
  line.down();
});
