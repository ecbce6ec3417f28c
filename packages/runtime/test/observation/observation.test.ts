import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alarmsIn } from "../../src/observation/alarms.ts";
import { createMetrics } from "../../src/observation/metrics.ts";
import type { DatabaseReading } from "../../src/observation/read-database.ts";
import { check, line, ship, wait } from "../turns/flows.ts";
import {
  accepted,
  boss,
  machine,
  openWorld,
  person,
  refused,
  until,
  type World,
} from "../turns/open-world.ts";

describe("the text that Prometheus reads", () => {
  it("has help and type once, cumulative buckets, and escaped labels", async () => {
    const metrics = createMetrics();
    metrics.counter("a_total", "What\nhappened.").add({ kind: 'a"b\\c\nd' }, 2);
    const took = metrics.histogram("b_seconds", "Time.", [0.1, 1]);
    for (const seconds of [0.05, 0.1, 0.5, 7]) took.observe(seconds, { route: "/x" });
    metrics.gauge("c", "Now.", () => [{ value: 3 }]);
    metrics.gauge("d", "Broken.", () => Promise.reject(new Error("away")));
    expect(await metrics.text()).toBe(
      [
        "# HELP a_total What\\nhappened.",
        "# TYPE a_total counter",
        'a_total{kind="a\\"b\\\\c\\nd"} 2',
        "# HELP b_seconds Time.",
        "# TYPE b_seconds histogram",
        'b_seconds_bucket{route="/x",le="0.1"} 2',
        'b_seconds_bucket{route="/x",le="1"} 3',
        'b_seconds_bucket{route="/x",le="+Inf"} 4',
        'b_seconds_sum{route="/x"} 7.65',
        'b_seconds_count{route="/x"} 4',
        "# HELP c Now.",
        "# TYPE c gauge",
        "c 3",
        "",
      ].join("\n"),
    );
  });

  it("counts names beyond the most together, so that users fill no memory", async () => {
    const metrics = createMetrics();
    const counter = metrics.counter("many_total", "Many.");
    for (let index = 0; index < 2_000; index++) counter.add({ type: `type-${index}` });
    const lines = (await metrics.text()).split("\n").filter((text) => text.startsWith("many_total"));
    expect(lines.length).toBeLessThanOrEqual(301);
    expect(lines).toContain('many_total{type="other"} 1700');
  });
});

const FINE: DatabaseReading = {
  at: 0,
  jobs: [{ type: "ship", ready: 0, oldest: 0, leased: 1 }],
  timers: { due: 0, latest: 0 },
  deliveries: { pending: 0, oldest: 0 },
  messages: 0,
  incidents: 0,
  tasks: 4,
  oldestTransaction: 2,
  connections: { used: 10, most: 100 },
  skew: 0.02,
};

it.each([
  ["database.transaction-old", { oldestTransaction: 61 }],
  ["clock.skew", { skew: -0.6 }],
  ["jobs.late", { jobs: [{ type: "ship", ready: 3, oldest: 301, leased: 0 }] }],
  ["timers.late", { timers: { due: 2, latest: 31 } }],
  ["deliveries.late", { deliveries: { pending: 1, oldest: 61 } }],
  ["incidents.open", { incidents: 1 }],
  ["database.connections", { connections: { used: 95, most: 100 } }],
] as const)("raises %s, and nothing else", (code, change) => {
  expect([...alarmsIn(FINE, { depth: 0, oldest: 0 }).keys()]).toEqual([]);
  expect([...alarmsIn({ ...FINE, ...change }, { depth: 0, oldest: 0 }).keys()]).toEqual([code]);
});

describe("a running runtime", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    for (const flow of [line("works", [check]), line("waits", [wait("PT0.05S")]), line("ships", [ship])])
      accepted(await world.runtime.definitions.publish(boss, { definition: flow }));
  });
  afterAll(() => world.close());

  it("counts what cases did, and how the queues stand", async () => {
    const { runtime } = world;
    for (const definitionId of ["works", "waits", "ships"])
      accepted(await runtime.instances.start(machine, { definitionId, variables: { orderNo: "M-1" } }));
    refused(await runtime.instances.cancel(boss, "0190a000-0000-7000-8000-000000000000", "none"));
    const text = await until("the timer", async () => {
      const now = await runtime.observation.metrics.text();
      return now.includes('flowright_events_total{kind="timer.fired"} 1') && now;
    });
    const value = (name: string) =>
      Number(
        text
          .split("\n")
          .find((row) => row.startsWith(`${name} `))
          ?.split(" ")
          .at(-1),
      );
    expect(value('flowright_events_total{kind="instance.started"}')).toBe(3);
    expect(value('flowright_turns_total{outcome="done"}')).toBe(4);
    expect(value('flowright_turns_total{outcome="refused"}')).toBe(1);
    expect(value("flowright_turn_commit_duration_seconds_count")).toBeGreaterThan(0);
    expect(value("flowright_timer_lateness_seconds_count")).toBe(1);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(1e7);
    expect(text).toContain('flowright_pool_connections{pool="turns",state="idle"}');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const later = await runtime.observation.metrics.text();
    expect(later).toContain('flowright_jobs_ready{type="ship"} 1\n');
    expect(later).toContain("flowright_tasks_open 1\n");
  });

  it("sees a transaction that holds back the removal of dead rows, and tells those who run servers alone", async () => {
    const { runtime, connectionString } = world;
    const other = new pg.Client({ connectionString });
    await other.connect();
    await other.query("begin isolation level repeatable read");
    await other.query("select count(*) from pg_class");
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    const admin = person("root", [], ["system.write"]);
    const health = accepted(await runtime.observation.health(admin));
    await other.query("rollback");
    await other.end();
    expect(health.database.oldestTransaction).toBeGreaterThan(1);
    expect(health.database.oldestTransaction).toBeLessThan(20);
    expect(Math.abs(health.database.clockSkew)).toBeLessThan(0.5);
    expect(health.servers).toEqual([{ name: expect.any(String), state: "running" }]);
    expect(health.jobs.ready).toBe(1);
    expect(refused(await runtime.observation.health(boss))).toMatch(/^403/);
  });
});
