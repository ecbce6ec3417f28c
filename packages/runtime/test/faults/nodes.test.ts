import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { check, line, ship } from "../turns/flows.ts";
import { accepted, boss, machine, openWorld, storedFaults, until, type World } from "../turns/open-world.ts";
import { type NodeProcess, startNode } from "./node-process.ts";
import type { NodeOptions } from "./node-program.ts";

/** Milliseconds: shorter than the usual lease, so that a death is noticed while a test waits. */
const LEASE = 1_500;
// Each starts processes, which a busy machine takes long for.
vi.setConfig({ testTimeout: 90_000 });
const LONG = { ...ship, timeout: "PT60S" } as typeof ship;
let world: World;
const nodes = new Set<NodeProcess>();

beforeAll(async () => {
  world = await openWorld({ background: false });
  await world.admin.query(
    "create table public.sink (key text, node text, attempt int, at timestamptz default now())",
  );
  accepted(await world.runtime.definitions.publish(boss, { definition: line("ships", [LONG]) }));
});
afterEach(async () => {
  for (const node of nodes) await node.kill();
  nodes.clear();
  await world.admin.query("truncate public.sink");
});
afterAll(() => world.close());

async function node(name: string, more: Partial<NodeOptions> = {}): Promise<NodeProcess> {
  const { connectionString } = world;
  const started = await startNode({ connectionString, node: { name, lease: LEASE }, work: 0, ...more });
  nodes.add(started);
  return started;
}

async function start(orderNo: string): Promise<string> {
  return accepted(
    await world.runtime.instances.start(machine, { definitionId: "ships", variables: { orderNo } }),
  ).id;
}

async function calls(id: string): Promise<{ node: string; attempt: number }[]> {
  return (
    await world.admin.query("select node, attempt from public.sink where key like $1 order by at", [`${id}%`])
  ).rows;
}

async function draining(): Promise<{ name: string }[]> {
  return (await world.admin.query("select name from node where state = 'draining'")).rows;
}

async function statusOf(id: string): Promise<string> {
  return (await world.admin.query("select status from instance where id = $1", [id])).rows[0].status;
}

it("takes over the job of a killed node as soon as its lease has ended, not when the job's own would", async () => {
  // The job's own lease is that of its timeout: a minute and a half.
  const first = await node("first", { work: 60_000 });
  const id = await start("K-1");
  await until("the first node", async () => (await calls(id)).length === 1);
  await node("second");
  await first.kill();
  const killed = performance.now();
  await until("the end", async () => (await statusOf(id)) === "completed");
  expect(performance.now() - killed).toBeLessThan(LEASE + 8_000);
  expect(await calls(id)).toEqual([
    { node: "first", attempt: 1 },
    { node: "second", attempt: 2 },
  ]);
  expect(await storedFaults(world.admin)).toEqual([]);
});

it("makes nothing of what a node answers that was only paused, and lets it join anew", async () => {
  const first = await node("first", { work: 300 });
  const id = await start("P-1");
  await until("the first node", async () => (await calls(id)).length === 1);
  first.pause();
  await node("second", { work: 1_500 });
  await until("the second node", async () => (await calls(id)).length === 2);
  // Now it answers, while the other is still at it.
  first.goOn();
  await until("the end", async () => (await statusOf(id)) === "completed");
  const { rows } = await world.admin.query(
    "select command from instance_event where instance_id = $1 order by seq",
    [id],
  );
  expect(rows.map(({ command }) => command)).toEqual(["instance.start", "job.complete"]);
  await until("its new number", async () => first.said().includes("taken for dead and joins anew"));
  expect(first.said()).not.toMatch(/Z error /);
  const later = await start("P-2");
  await until("a later case", async () => (await statusOf(later)) === "completed");
  expect(await storedFaults(world.admin)).toEqual([]);
});

it("lets the jobs of a node that is asked to end finish, takes no more, and hands back what lasts too long", async () => {
  const patient = await node("patient", { work: 1_000 });
  const short = await start("D-1");
  await until("the node", async () => (await calls(short)).length === 1);
  const ended = patient.stop();
  await until("its draining", async () => (await draining()).length === 1);
  const untaken = await start("D-2");
  expect(await ended).toBe(0);
  expect(await statusOf(short)).toBe("completed");
  expect(await calls(untaken)).toEqual([]);

  const hasty = await node("hasty", { work: 60_000, node: { name: "hasty", lease: LEASE, patience: 100 } });
  await until("the node", async () => (await calls(untaken)).length === 1);
  expect(await hasty.stop()).toBe(0);
  const { rows } = await world.admin.query("select attempt, deaths, lease from job");
  expect(rows).toEqual([{ attempt: 0, deaths: 0, lease: null }]);
  await node("next");
  await until("the end", async () => (await statusOf(untaken)) === "completed");
  expect(await calls(untaken)).toEqual([
    { node: "hasty", attempt: 1 },
    { node: "next", attempt: 1 },
  ]);
});

it("says that it drains and still carries out commands", async () => {
  const old = await world.open({ background: true, node: { name: "old", lease: LEASE } });
  await until("readiness", async () => (await old.ready()).ok);
  await old.drain();
  expect(await old.ready()).toEqual({ ok: false, reason: "draining" });
  accepted(await old.definitions.publish(boss, { definition: line("checks", [check]) }));
  accepted(await old.instances.start(machine, { definitionId: "checks" }));
  expect(await draining()).toEqual([{ name: "old" }]);
  await old.close();
  expect(await draining()).toEqual([]);
});

it("ends a job that kills every node that takes it as an incident", async () => {
  const id = await start("poison");
  for (let death = 1; death <= 3; death++) {
    const victim = await node(`victim ${death}`);
    await until("its death", async () => !victim.alive());
  }
  const survivor = await node("survivor");
  const other = await start("healthy");
  const incident = await until("the incident", async () => {
    return (await world.runtime.incidents.list(boss, { open: true, instanceId: id })).items[0];
  });
  expect(incident).toMatchObject({ node: "ship", attempts: 3 });
  await until("the healthy case", async () => (await statusOf(other)) === "completed");
  expect(survivor.alive()).toBe(true);
});
