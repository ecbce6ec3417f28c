import { afterAll, beforeAll, expect, it } from "vitest";
import type { Runtime } from "../../src/contract/runtime.ts";
import { examineDatabase } from "../../src/doctor/examine-database.ts";
import { check, line, pack, wait } from "../turns/flows.ts";
import {
  accepted,
  ann,
  boss,
  machine,
  openWorld,
  refused,
  storedFaults,
  until,
  type World,
} from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  for (const definition of [line("rows", [check, pack]), line("waits", [wait("PT1S"), check])])
    accepted(await definitions.publish(boss, { definition }));
});
afterAll(() => world.close());

const startCases = async (count: number, definitionId = "rows") =>
  accepted(
    await world.runtime.instances.startMany(
      boss,
      Array.from({ length: count }, () => ({ definitionId })),
    ),
  ).map(({ id }) => id);

const damageState = (ids: readonly string[], state: string) =>
  world.admin.query("update instance set state = $2::json where id = any($1::uuid[])", [ids, state]);

const over = (runtime: Runtime, id: string) =>
  until("the end of the batch", async () => {
    const batch = accepted(await runtime.batches.read(boss, id));
    return batch.status === "finished" && batch;
  });

const told = async (id: string, runtime = world.runtime) => {
  const { status, activeNodes, openIncidents, version } = accepted(await runtime.instances.read(boss, id));
  return { status, activeNodes, openIncidents, version };
};

it("sets a case aside that cannot be read, while the others of its batch go on; a retry makes it anew from its history", async () => {
  const [sound = "", damaged = ""] = await startCases(2, "waits");
  await damageState([damaged], "{}");
  await until("the incident", async () => (await told(damaged)).openIncidents === 1);
  await until("the other case's timer", async () => (await told(sound)).activeNodes.includes("check"));
  const { items } = await world.runtime.incidents.list(boss, { open: true, instanceId: damaged });
  expect(items).toMatchObject([{ id: `${damaged}.0`, code: "case.state-damaged", node: "", attempts: 1 }]);
  expect(items[0]?.nodeName).toMatchObject({ en: "The case itself" });
  // The doctor takes neither the incident nor what it holds for a fault of its own.
  const { findings } = await examineDatabase({ connectionString: world.connectionString });
  const wrong = findings.filter(({ count }) => count > 0).map(({ code }) => code);
  expect(wrong).not.toContain("I5.incident-unawaited");
  expect(wrong).not.toContain("I4.pause-differs");
  const { rows } = await world.admin.query("select paused from timer where instance_id = $1", [damaged]);
  expect(rows).toEqual([{ paused: true }]);

  const key = { idempotencyKey: "anew" };
  const solved = accepted(await world.runtime.incidents.resolve(machine, `${damaged}.0`, key));
  expect(solved).toMatchObject({ resolvedBy: "token:shop" });
  await until("its own timer", async () => (await told(damaged)).activeNodes.includes("check"));
  expect(await told(damaged)).toMatchObject({ status: "active", openIncidents: 0 });
  const events = accepted(await world.runtime.instances.events(boss, damaged, {}));
  expect(events.items.map(({ command, actor }) => [command, actor])).toContainEqual([
    "case.rebuild",
    "token:shop",
  ]);
  expect(await storedFaults(world.admin)).toEqual([]);
});

it("cancels, moves and suspends cases whose state is damaged deep inside, singly and in batches", async () => {
  const { instances, batches, tasks } = world.runtime;
  const ids = await startCases(6);
  const [single = "", moved = "", paused = "", ...rest] = ids;
  const task = accepted(await instances.read(boss, single)).tasks[0]?.id ?? "";
  await world.admin.query(
    `update instance set state = replace(state::text, '"check"', '"nowhere"')::json where id = any($1::uuid[])`,
    [ids],
  );
  // Whoever works in the case is told, and the case is not put right behind the back of those who operate it.
  expect(refused(await tasks.complete(ann, task, { data: {} }))).toBe("409 case.state-damaged");
  expect(accepted(await instances.cancel(boss, single, "damaged")).status).toBe("cancelled");
  const operation = { kind: "skip", node: "check", reason: "done by phone" } as const;
  const skipped = accepted(await batches.create(boss, { operation, instances: [moved] }));
  expect(await over(world.runtime, skipped.id)).toMatchObject({ done: 1, failed: 0 });
  expect(await told(moved)).toMatchObject({ activeNodes: ["pack"], openIncidents: 0 });
  expect(accepted(await instances.suspend(boss, paused)).status).toBe("suspended");
  const cancel = { kind: "cancel", reason: "damaged" } as const;
  const made = accepted(await batches.create(boss, { operation: cancel, instances: rest }));
  expect(await over(world.runtime, made.id)).toMatchObject({ done: 3, failed: 0 });
  expect(await storedFaults(world.admin)).toEqual([]);
});

it("retries in a batch what is set aside and what has an incident of its own", async () => {
  const { batches } = world.runtime;
  const ids = await startCases(3);
  await damageState(ids, '"lost"');
  const task = await world.admin.query<{ number: number }>(
    "select number from task where instance_id = $1 and status = 'open'",
    [ids[0]],
  );
  await world.runtime.tasks.complete(ann, `${ids[0]}.${task.rows[0]?.number}`, { data: {} });
  await until("the incident", async () => (await told(ids[0] ?? "")).openIncidents === 1);
  const made = accepted(await batches.create(boss, { operation: { kind: "retry" }, instances: ids }));
  // Of two of them nobody knew yet that they are damaged.
  expect(await over(world.runtime, made.id)).toMatchObject({ done: 1, failed: 2 });
  expect(await told(ids[0] ?? "")).toMatchObject({ activeNodes: ["check"], openIncidents: 0 });
  // Those are told as they are, have an incident from then on, and a retry of what failed puts them right.
  const { failures } = accepted(await batches.read(boss, made.id));
  expect(failures.map(({ count, problem }) => [count, problem.code])).toEqual([
    [2, "batch.state-unreadable"],
  ]);
  expect(await told(ids[1] ?? "")).toMatchObject({ openIncidents: 1 });
  const again = accepted(await batches.create(boss, { operation: { kind: "retry" }, failedOf: made.id }));
  expect(await over(world.runtime, again.id)).toMatchObject({ done: 2, failed: 0 });
  expect(await told(ids[1] ?? "")).toMatchObject({ activeNodes: ["check"], openIncidents: 0 });
  const [soundNow = ""] = await startCases(1);
  const needless = accepted(
    await batches.create(boss, { operation: { kind: "retry" }, instances: [soundNow] }),
  );
  await over(world.runtime, needless.id);
  expect(accepted(await batches.read(boss, needless.id)).failures[0]?.problem.code).toBe(
    "batch.nothing-to-retry",
  );
  const cancel = { kind: "cancel", reason: "x" } as const;
  await over(world.runtime, accepted(await batches.create(boss, { operation: cancel, instances: ids })).id);
});

it("cancels a case of which neither state nor history can be read, once", async () => {
  const [id = ""] = await startCases(1);
  await damageState([id], "{}");
  await world.admin.query("update instance_event set events = '[]' where instance_id = $1", [id]);
  const { instances } = world.runtime;
  expect(refused(await instances.suspend(boss, id))).toBe("409 case.history-damaged");
  const key = { idempotencyKey: "end it" };
  expect(accepted(await instances.cancel(boss, id, "lost", key)).status).toBe("cancelled");
  expect(accepted(await instances.cancel(boss, id, "lost", key)).status).toBe("cancelled");
  const { rows } = await world.admin.query(
    "select count(*)::int as open from task where instance_id = $1 and status = 'open'",
    [id],
  );
  expect(rows).toEqual([{ open: 0 }]);
});

it("carries cases over whose version cannot be read, or cancels them with those that they called", async () => {
  const child = line("child", [check]);
  const caller = line("caller", [{ id: "call", kind: "callActivity", process: "child" }]);
  for (const definition of [child, caller, line("gone", [check, pack]), line("gone", [check])])
    accepted(await world.runtime.definitions.publish(boss, { definition }));
  const first = await world.runtime.instances.startMany(
    boss,
    Array.from({ length: 3 }, () => ({ definitionId: "gone", version: 1 })),
  );
  const ids = accepted(first).map(({ id }) => id);
  await world.admin.query("delete from definition_version where definition_id = 'gone' and version = 1");
  const fresh = await world.open();
  const [one = "", two = "", three = ""] = ids;
  expect((await fresh.instances.list(boss, { definitionId: "gone" })).items).toHaveLength(3);
  expect(await told(one, fresh)).toMatchObject({ activeNodes: ["check"] });
  expect(refused(await fresh.instances.suspend(boss, one))).toBe("409 case.definition-damaged");
  await until("the incident", async () => (await told(one, fresh)).openIncidents === 1);
  const operation = { kind: "migrate", version: 2 } as const;
  const preview = accepted(await fresh.batches.check(boss, { operation, instances: ids }));
  expect(preview).toMatchObject({ total: 3, safe: 3 });
  const made = accepted(await fresh.batches.create(boss, { operation, instances: [one, two] }));
  expect(await over(fresh, made.id)).toMatchObject({ done: 2, failed: 0 });
  expect(await told(one, fresh)).toMatchObject({ version: 2, openIncidents: 0 });
  const suspended = accepted(await fresh.instances.suspend(boss, two));
  expect(suspended.status).toBe("suspended");
  expect(accepted(await fresh.instances.cancel(boss, three, "no such version")).status).toBe("cancelled");
  const faults = await storedFaults(world.admin);
  expect(faults.filter((fault) => ids.some((id) => fault.includes(id)))).toEqual([]);

  const parent = accepted(await fresh.instances.start(boss, { definitionId: "caller" })).id;
  const called = await until("the called case", async () => {
    const { items } = await fresh.instances.list(boss, { definitionId: "child" });
    return items[0];
  });
  await world.admin.query(
    `update definition_version set definition = '{"nodes": 7}' where definition_id = 'caller'`,
  );
  const other = await world.open();
  expect(accepted(await other.instances.cancel(boss, parent, "damaged")).status).toBe("cancelled");
  await until("the called case to end", async () => (await told(called.id, other)).status === "cancelled");
  await other.close();
  await fresh.close();
}, 30_000);
