import { afterAll, beforeAll, expect, it } from "vitest";
import { bodyHash } from "../../src/turns/body-hash.ts";
import { check, line, pack, ship } from "./flows.ts";
import {
  accepted,
  ann,
  bob,
  boss,
  machine,
  openWorld,
  refused,
  storedFaults,
  type World,
} from "./open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("check-only", [check]) }));
  accepted(await definitions.publish(boss, { definition: line("pack-and-ship", [pack, ship]) }));
});
afterAll(() => world.close());

async function startCheck(variables = {}): Promise<{ instance: string; task: string }> {
  const { runtime } = world;
  const started = accepted(await runtime.instances.start(machine, { definitionId: "check-only", variables }));
  const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: started.id });
  return { instance: started.id, task: items[0]?.id ?? "" };
}

it("commits 200 concurrent cases in far fewer transactions, each with a number of its own", async () => {
  const { runtime, admin } = world;
  const before = await commits();
  const started = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      runtime.instances.start(machine, { definitionId: "check-only", variables: { orderNo: `G-${index}` } }),
    ),
  );
  const numbers = started.map((result) => accepted(result).number);
  expect(new Set(numbers).size).toBe(200);
  expect(await commits()).toBeLessThan(before + 60);
  const { rows } = await admin.query(
    "select instance_id || '.' || number as id from task where status = 'open'",
  );
  const done = await Promise.all(rows.map(({ id }) => runtime.tasks.complete(ann, id, {})));
  expect(done.every((result) => result.ok && result.value.status === "completed")).toBe(true);
  const { rows: left } = await admin.query("select from instance where ended_at is null");
  expect(left).toEqual([]);
  expect(await storedFaults(admin)).toEqual([]);
});

async function commits(): Promise<number> {
  const { rows } = await world.admin.query("select count(distinct xid) as count from live_change");
  return Number(rows[0].count);
}

it("lets one of two people complete a task and tells the other that it is closed", async () => {
  const { runtime } = world;
  for (let round = 0; round < 10; round++) {
    const { task } = await startCheck();
    const results = await Promise.all([
      runtime.tasks.complete(ann, task, {}),
      runtime.tasks.complete(bob, task, {}),
    ]);
    expect(results.map(refused).sort()).toEqual(["409 task.closed", "accepted"]);
  }
});

it("keeps one refused command from harming the others of its batch", async () => {
  const { runtime } = world;
  const results = await Promise.all([
    runtime.instances.start(machine, { definitionId: "check-only", variables: { orderNo: "fine" } }),
    runtime.instances.start(machine, { definitionId: "no-such-flow" }),
    runtime.instances.start(machine, { definitionId: "check-only", variables: { orderNo: 7 } }),
    runtime.instances.start(machine, { definitionId: "check-only", version: 9 }),
    runtime.instances.start(machine, { definitionId: "check-only", businessKey: "bad\u0000key" }),
    runtime.instances.start(machine, { definitionId: "check-only", variables: { orderNo: "fine, too" } }),
  ]);
  expect(results.map(refused)).toEqual([
    "accepted",
    "404 definition.unknown",
    "422 start.data-wrong",
    "404 definition.version-unknown",
    "422 turn.data-refused",
    "accepted",
  ]);
});

it("answers the same idempotency key with the first answer, and another body with 422", async () => {
  const { runtime, admin } = world;
  const body = { definitionId: "check-only", variables: { orderNo: "once" } };
  const once = { idempotencyKey: "key-1" };
  const [first, second] = await Promise.all([
    runtime.instances.start(machine, body, once),
    runtime.instances.start(machine, body, once),
  ]);
  expect(accepted(second)).toEqual(accepted(first));
  expect(accepted(await runtime.instances.start(machine, body, once))).toEqual(accepted(first));
  const { rows } = await admin.query("select from instance where state::text like '%\"once\"%'");
  expect(rows.length).toBe(1);
  const other = { ...body, variables: { orderNo: "another" } };
  expect(refused(await runtime.instances.start(machine, other, once))).toBe("422 idempotency.body-differs");
  const task = await startCheck();
  const done = await runtime.tasks.complete(ann, task.task, {}, { idempotencyKey: "key-2" });
  expect(await runtime.tasks.complete(ann, task.task, {}, { idempotencyKey: "key-2" })).toEqual(done);
  // A server of before kept the answer and the hash in full.
  const kept = await admin.query(
    `update idempotency set response = $1, body_hash = body_hash || repeat('A', 43 - length(body_hash))
      where key = 'key-2' returning length(body_hash) as length`,
    [JSON.stringify(accepted(done))],
  );
  expect(kept.rows).toEqual([{ length: 43 }]);
  expect(refused(await runtime.tasks.complete(ann, task.task, {}, { idempotencyKey: "key-2" }))).toBe(
    "422 idempotency.body-differs",
  );
  const whole = bodyHash("task.complete", { id: task.task, body: {} });
  await admin.query("update idempotency set body_hash = $1 where key = 'key-2'", [whole]);
  expect(await runtime.tasks.complete(ann, task.task, {}, { idempotencyKey: "key-2" })).toEqual(done);
  expect(refused(await runtime.tasks.complete(ann, task.task, {}))).toBe("409 task.closed");
  const text = accepted(
    await runtime.instances.comment(boss, task.instance, "Hello", { idempotencyKey: "key-3" }),
  );
  expect(
    accepted(await runtime.instances.comment(boss, task.instance, "Hello", { idempotencyKey: "key-3" })),
  ).toEqual(text);
});

it("starts many at once, each under its own part of the key", async () => {
  const { runtime } = world;
  const bodies = ["a", "b", "c"].map((orderNo) => ({ definitionId: "check-only", variables: { orderNo } }));
  const first = accepted(await runtime.instances.startMany(machine, bodies, { idempotencyKey: "many" }));
  expect(first.length).toBe(3);
  expect(accepted(await runtime.instances.startMany(machine, bodies, { idempotencyKey: "many" }))).toEqual(
    first,
  );
});

it("gathers what comes during a batch, and begins with it once that has ended or lasts too long", async () => {
  const { runtime, admin } = world;
  const tasks = await Promise.all(Array.from({ length: 42 }, async () => (await startCheck()).task));
  const [held = "", beside = ""] = tasks.splice(0, 2);
  await admin.query("begin");
  await admin.query("select from instance where id = $1 for update", [held.split(".")[0]]);
  const waits = runtime.tasks.complete(ann, held, {});
  await turnOfLoop();
  expect((await runtime.tasks.complete(ann, beside, {})).ok).toBe(true);
  await admin.query("rollback");
  expect((await waits).ok).toBe(true);

  // The time of a batch is a few milliseconds, that for which company is waited for 20.
  const times: number[] = [];
  for (let round = 0; round < tasks.length; round += 2) {
    const first = runtime.tasks.complete(ann, tasks[round] ?? "", {});
    await turnOfLoop();
    const second = runtime.tasks.complete(ann, tasks[round + 1] ?? "", {});
    await first;
    const began = performance.now();
    expect((await second).ok).toBe(true);
    times.push(performance.now() - began);
  }
  expect(Math.min(...times)).toBeLessThan(12);
});

const turnOfLoop = () => new Promise((resolve) => setTimeout(resolve, 1));

it("refuses new commands while it closes and finishes those under way", async () => {
  const other = await world.open();
  const under = other.instances.start(machine, { definitionId: "check-only" });
  const closing = other.close();
  expect(refused(await under)).toBe("accepted");
  expect(refused(await other.instances.start(machine, { definitionId: "check-only" }))).toBe(
    "503 turn.closing",
  );
  await closing;
});

it("completes tasks while cases wait for their numbers", async () => {
  const { runtime, admin } = world;
  const { task } = await startCheck();
  await admin.query("begin");
  try {
    await admin.query("select from case_counter for update");
    const starts = [];
    for (let round = 0; round < 5; round++) {
      starts.push(runtime.instances.start(machine, { definitionId: "check-only", variables: {} }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    // Not in a batch with a start: that one is not through before the counter is free.
    expect(accepted(await runtime.tasks.complete(ann, task, {})).status).toBe("completed");
    await admin.query("commit");
    const numbers = (await Promise.all(starts)).map((result) => accepted(result).number);
    expect(new Set(numbers).size).toBe(5);
  } finally {
    await admin.query("rollback");
  }
});
