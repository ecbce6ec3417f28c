import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { DatabaseAway } from "../../src/database/database-away.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { withEngine } from "../../src/database/with-tenant.ts";
import { eventsIn } from "../../src/turns/sql/stored-events.ts";
import { check, line, ship } from "./flows.ts";
import {
  accepted,
  ann,
  boss,
  machine,
  openWorld,
  person,
  refused,
  storedFaults,
  until,
  type World,
} from "./open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("check-only", [check]) }));
  accepted(await definitions.publish(boss, { definition: line("ship-only", [ship]) }));
});
afterAll(() => world.close());
afterEach(() => vi.restoreAllMocks());

it("starts one case for one idempotency key, even through two processes at the same moment", async () => {
  const other = await world.open({ background: false });
  for (let round = 0; round < 20; round++) {
    const once = { idempotencyKey: `race-${round}` };
    const body = { definitionId: "check-only", businessKey: `race-${round}` };
    const [here, there] = await Promise.all([
      world.runtime.instances.start(machine, body, once),
      other.instances.start(machine, body, once),
    ]);
    expect(accepted(here).id).toBe(accepted(there).id);
  }
  await other.close();
});

it("keeps no refusal under a key: the same command takes effect once the case goes on, through any process", async () => {
  const other = await world.open({ background: false });
  const { runtime, admin } = world;
  const { id } = accepted(await runtime.instances.start(machine, { definitionId: "check-only" }));
  const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: id });
  const task = items[0]?.id ?? "";
  const once = { idempotencyKey: "refused-at-first" };
  accepted(await runtime.instances.suspend(boss, id));
  expect(refused(await runtime.tasks.complete(ann, task, {}, once))).toBe("409 instance.suspended");
  expect(refused(await other.tasks.complete(ann, task, {}, once))).toBe("409 instance.suspended");
  accepted(await runtime.instances.resume(boss, id));
  const done = accepted(await other.tasks.complete(ann, task, {}, once));
  // From now on the answer is kept, though a new command would be refused.
  expect(accepted(await runtime.tasks.complete(ann, task, {}, once))).toEqual(done);
  expect(refused(await runtime.tasks.complete(ann, task, {}))).toBe("409 task.closed");
  const { rows } = await admin.query("select from idempotency where key = $1", [once.idempotencyKey]);
  expect(rows.length).toBe(1);
  await other.close();
});

it("leaves every case whole where a completion meets a cancellation and a suspension in another process", async () => {
  const other = await world.open({ background: false });
  const { runtime, admin } = world;
  for (let round = 0; round < 20; round++) {
    const { id } = accepted(await runtime.instances.start(machine, { definitionId: "check-only" }));
    const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: id });
    const [completed, cancelled] = await Promise.all([
      runtime.tasks.complete(ann, items[0]?.id ?? "", {}),
      other.instances.cancel(boss, id, "no longer wanted"),
      other.instances.suspend(boss, id),
    ]);
    const { rows } = await admin.query("select status from instance where id = $1", [id]);
    // A suspended case may be cancelled, so one of the two always takes place, and never both.
    expect([completed.ok, cancelled.ok]).toEqual(
      rows[0].status === "completed" ? [true, false] : [false, true],
    );
  }
  expect(await storedFaults(admin)).toEqual([]);
  await other.close();
});

it("lets a completion or the deadline that interrupts it win, whoever fires timers", async () => {
  const other = await world.open();
  const { runtime, admin } = world;
  const late = {
    id: "late",
    kind: "boundary",
    attachedTo: "check",
    event: { type: "timer", duration: "PT0.05S" },
  } as const;
  const hurried = line("hurried", [check, late]);
  const edges = [...hurried.edges, { id: "given_up", source: "late", target: "done" }];
  accepted(await runtime.definitions.publish(boss, { definition: { ...hurried, edges } }));
  const rounds = Array.from({ length: 30 }, async (_, round) => {
    const { id } = accepted(await runtime.instances.start(machine, { definitionId: "hurried" }));
    const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: id });
    await new Promise((later) => setTimeout(later, round * 4));
    const task = items[0]?.id;
    const completed = task ? (await runtime.tasks.complete(ann, task, {})).ok : false;
    const row = await until("its end", async () => {
      const { rows } = await admin.query(
        `select (select count(*)::int from instance_event n, ${eventsIn("n.events")} e(e)
                  where n.instance_id = i.id and e ->> 'kind' = 'timer.fired') as fired
           from instance i where i.id = $1 and i.status = 'completed'`,
        [id],
      );
      return rows[0];
    });
    expect(row.fired).toBe(completed ? 0 : 1);
  });
  await Promise.all(rounds);
  expect(await storedFaults(admin)).toEqual([]);
  await other.close();
});

it("gives a handler its whole lease, however wrong the clock of this process is", async () => {
  const real = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => real() + 3_600_000);
  const aborted = new Promise<boolean>((resolve) => {
    world.runtime.jobs.work("ship", async (job) => {
      await new Promise((later) => setTimeout(later, 100));
      resolve(job.signal.aborted);
      return { ok: true, result: {} };
    });
  });
  accepted(await world.runtime.instances.start(machine, { definitionId: "ship-only" }));
  expect(await aborted).toBe(false);
});

it("keeps jobs from a worker that has gone while it waited for them", async () => {
  const { runtime, admin } = world;
  accepted(
    await runtime.definitions.publish(boss, {
      definition: line("pick", [{ ...ship, jobType: "pick" } as typeof ship]),
    }),
  );
  const gone = new AbortController();
  const waiting = runtime.jobs.activate(machine, { type: "pick", worker: "gone", wait: 10_000 }, gone.signal);
  await new Promise((later) => setTimeout(later, 100));
  gone.abort();
  const { id } = accepted(await runtime.instances.start(machine, { definitionId: "pick" }));
  expect(await waiting).toEqual([]);
  const { rows } = await admin.query("select attempt from job where instance_id = $1", [id]);
  expect(rows).toEqual([{ attempt: 0 }]);
});

it("shows a flow to those who read flows or may start this one, and to nobody else", async () => {
  const { definitions } = world.runtime;
  const definition = line("leads-only", [check], { start: { startableBy: ["lead"] } });
  accepted(await definitions.publish(boss, { definition }));
  const read = async (user: string, role: string) =>
    refused(await definitions.read(person(user, [role], ["instance.start"]), "leads-only", "latest"));
  expect(await read("eve", "lead")).toBe("accepted");
  expect(await read("ann", "packer")).toBe("404 definition.unknown");
  const reader = person("ann", ["packer"], ["definition.read"]);
  expect(refused(await definitions.read(reader, "leads-only", 1))).toBe("accepted");
});

it("says within seconds that a database does not answer", async () => {
  const deaf = createServer(() => undefined);
  await new Promise<void>((listening) => deaf.listen(0, "127.0.0.1", listening));
  const { port } = deaf.address() as { port: number };
  const database = openDatabase({ connectionString: `postgresql://nobody@127.0.0.1:${port}/none` });
  const began = performance.now();
  await expect(withEngine(database, async () => null)).rejects.toThrow(DatabaseAway);
  expect(performance.now() - began).toBeLessThan(9_000);
  await database.close();
  deaf.close();
});
