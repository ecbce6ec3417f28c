import type { ServerHealth } from "@flowright/client";
import { sql } from "kysely";
import type pg from "pg";
import { createPoller } from "../background/poller.ts";
import type { ObservationService } from "../contract/observation.ts";
import { withBackground } from "../database/with-tenant.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { type Alarm, alarmsIn, withSince } from "./alarms.ts";
import type { Metrics } from "./metrics.ts";
import { measureProcess } from "./process-metrics.ts";
import { type DatabaseReading, readDatabase } from "./read-database.ts";

/** Milliseconds between two looks for alarms. */
const LOOK = 10_000;
/** Milliseconds that a reading of the database serves several questions. */
const FRESH = 1_000;

/** Measures the runtime and watches the database. Nothing here changes what a turn does. */
export function createObservation(
  parts: TurnParts,
  metrics: Metrics,
  background: boolean,
): ObservationService & { stop(): Promise<void> } {
  const { log, turns } = parts;
  let reading: Promise<DatabaseReading> | null = null;
  let last: DatabaseReading | null = null;
  let alarms: Alarm[] = [];

  /** Rejects where the database is away. */
  const read = async (): Promise<DatabaseReading> => {
    if (last !== null && performance.now() - last.at < FRESH) return last;
    reading ??= readDatabase(parts.database, parts).finally(() => {
      reading = null;
    });
    last = await reading;
    return last;
  };
  const waiting = () => {
    const { depth, oldest } = turns.waiting();
    return { depth, oldest: oldest / 1000 };
  };

  async function look(): Promise<number> {
    const found = await read().catch(() => null);
    const now = withSince(alarmsIn(found, waiting()), alarms, new Date().toISOString());
    for (const { code, params } of now)
      if (!alarms.some((alarm) => alarm.code === code)) log?.warn({ alarm: code, ...params }, "alarm");
    for (const { code } of alarms)
      if (!now.some((alarm) => alarm.code === code)) log?.info({ alarm: code }, "alarm over");
    alarms = now;
    return LOOK;
  }

  const watched = measureProcess(metrics);
  measureTurns(metrics, parts);
  measureDatabase(metrics, parts, read);
  metrics.gauge("flowright_alarms", "Alarms that hold now.", () =>
    alarms.map(({ code }) => ({ labels: { code }, value: 1 })),
  );
  const poller = background ? createPoller(look, () => undefined) : null;

  return {
    metrics,
    alarms: () => alarms,
    health: async (caller) => {
      const missing = requirePermission(caller, "system.write");
      if (missing) return missing;
      return { ok: true, value: await healthOf() };
    },
    stop: async () => {
      watched.stop();
      await poller?.stop();
    },
  };

  async function healthOf(): Promise<ServerHealth> {
    await look();
    const found = await read().catch(() => null);
    const stored = found === null ? null : await servers(parts).catch(() => null);
    const { depth, oldest } = waiting();
    const jobs = found?.jobs ?? [];
    return {
      at: stored?.at ?? null,
      // Incidents belong to workspaces; the monitor of each shows its own.
      alarms: alarms
        .filter(({ code }) => code !== "incidents.open")
        .map(({ code, since, message, fix }) => ({ code, since, message, fix })),
      servers: stored?.servers ?? [],
      turns: { waiting: depth, oldest },
      jobs: {
        ready: sum(jobs.map((job) => job.ready)),
        running: sum(jobs.map((job) => job.leased)),
        oldest: Math.max(0, ...jobs.map((job) => job.oldest)),
      },
      timers: found?.timers ?? { due: 0, latest: 0 },
      deliveries: found?.deliveries ?? { pending: 0, oldest: 0 },
      database: {
        connections: found?.connections.used ?? 0,
        mostConnections: found?.connections.most ?? 0,
        oldestTransaction: found?.oldestTransaction ?? 0,
        clockSkew: found?.skew ?? 0,
      },
    };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

async function servers({ database }: TurnParts): Promise<Pick<ServerHealth, "at" | "servers">> {
  return await withBackground(database, async (trx) => {
    const { rows } = await sql<{ name: string; state: string }>`
      select name, state from node where lease_until > clock_timestamp() order by name`.execute(trx);
    const clock = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(trx);
    return { at: clock.rows[0]?.at.toISOString() ?? null, servers: rows };
  });
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How late timers fire, told by those who fire them in milliseconds. */
export function measureTimers(metrics: Metrics): { timerFired(late: number): void } {
  const lateness = metrics.histogram(
    "flowright_timer_lateness_seconds",
    "How much later than due timers fired.",
    SECONDS,
  );
  return { timerFired: (late) => lateness.observe(late / 1000) };
}

function measureTurns(metrics: Metrics, { turns }: TurnParts): void {
  const done = metrics.counter("flowright_turns_total", "Commands carried out, by what came of them.");
  const size = metrics.histogram(
    "flowright_turn_batch_size",
    "Commands per transaction.",
    [1, 2, 4, 8, 16, 32, 64, 128],
  );
  const took = metrics.histogram(
    "flowright_turn_batch_duration_seconds",
    "From the beginning of a batch until it is durable.",
    SECONDS,
  );
  const wrote = metrics.histogram(
    "flowright_turn_commit_duration_seconds",
    "Writing and committing a batch.",
    SECONDS,
  );
  const waited = metrics.histogram(
    "flowright_turn_queue_wait_seconds",
    "What the first command of a batch waited before it began.",
    SECONDS,
  );
  turns.onBatch((batch) => {
    done.add({ outcome: "done" }, batch.size - batch.refused);
    if (batch.refused > 0) done.add({ outcome: "refused" }, batch.refused);
    size.observe(batch.size);
    took.observe(batch.took / 1000);
    waited.observe(batch.waited / 1000);
    if (batch.wrote !== null) wrote.observe(batch.wrote / 1000);
  });
  const events = metrics.counter("flowright_events_total", "What happened in cases, by kind of event.");
  turns.onCommit(({ happened }) => {
    const counts = new Map<string, number>();
    for (const turn of happened) for (const { kind } of turn) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const [kind, count] of counts) events.add({ kind }, count);
  });
  metrics.gauge("flowright_turn_queue_depth", "Commands that wait for their batch.", () => [
    { value: turns.waiting().depth },
  ]);
  metrics.gauge("flowright_turn_queue_oldest_seconds", "What the first waiting command has waited.", () => [
    { value: turns.waiting().oldest / 1000 },
  ]);
}

function measureDatabase(
  metrics: Metrics,
  { database }: TurnParts,
  read: () => Promise<DatabaseReading>,
): void {
  const gauge = (name: string, help: string, value: (found: DatabaseReading) => number) =>
    metrics.gauge(name, help, async () => [{ value: value(await read()) }]);
  const perType = (name: string, help: string, value: (job: DatabaseReading["jobs"][number]) => number) =>
    metrics.gauge(name, help, async () =>
      (await read()).jobs.map((job) => ({ labels: { type: job.type }, value: value(job) })),
    );
  perType("flowright_jobs_ready", "Jobs that could be taken now.", (job) => job.ready);
  perType("flowright_jobs_running", "Jobs that a worker has.", (job) => job.leased);
  perType("flowright_job_queue_oldest_seconds", "How long the oldest could be taken.", (job) => job.oldest);
  gauge("flowright_timers_due", "Timers that are due and not fired.", (found) => found.timers.due);
  gauge("flowright_timer_latest_seconds", "How late the first of them is.", (found) => found.timers.latest);
  gauge("flowright_deliveries_pending", "What cases are to be told.", (found) => found.deliveries.pending);
  gauge(
    "flowright_delivery_oldest_seconds",
    "How long the oldest waits.",
    (found) => found.deliveries.oldest,
  );
  gauge("flowright_messages_buffered", "Messages that nobody waits for yet.", (found) => found.messages);
  gauge("flowright_incidents_open", "Open incidents.", (found) => found.incidents);
  gauge("flowright_tasks_open", "Open tasks.", (found) => found.tasks);
  gauge(
    "flowright_database_oldest_transaction_seconds",
    "Age of the oldest transaction that holds back the removal of dead rows.",
    (found) => found.oldestTransaction,
  );
  gauge("flowright_database_clock_skew_seconds", "Clock of the database minus ours.", (found) => found.skew);
  gauge("flowright_database_connections", "Connections of all clients.", (found) => found.connections.used);
  gauge("flowright_database_connections_max", "Connections allowed.", (found) => found.connections.most);
  const pools: readonly (readonly [string, pg.Pool])[] = [
    ["turns", database.turns],
    ["reads", database.readPool],
  ];
  metrics.gauge("flowright_pool_connections", "Connections of this process, by pool and state.", () =>
    pools.flatMap(([pool, { totalCount, idleCount }]) => [
      { labels: { pool, state: "idle" }, value: idleCount },
      { labels: { pool, state: "busy" }, value: totalCount - idleCount },
    ]),
  );
  metrics.gauge("flowright_pool_waiting", "Requests that wait for a connection.", () =>
    pools.map(([pool, { waitingCount }]) => ({ labels: { pool }, value: waitingCount })),
  );
}
