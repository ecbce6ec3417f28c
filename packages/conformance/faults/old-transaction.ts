import { setTimeout as delay } from "node:timers/promises";
import type { ServerAlarm } from "@flowright/client";
import pg from "pg";
import { accepted, boss, storedFaults } from "../../runtime/test/turns/open-world.ts";
import type { Row } from "./harness/campaign.ts";
import { chain, counted, type Lateness, lateness, startCases, untilEnded } from "./harness/chain-load.ts";
import { type FaultWorld, openFaultWorld } from "./harness/fault-world.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

/** Milliseconds: a server looks for alarms every ten seconds, and a minute is what is too old. */
const ALARM = 90_000;
/** Milliseconds of each look at how late calls and timers are; the last one is that of the verdict. */
const WINDOW = 30_000;

/**
 * F17: somebody looks at the database in one transaction for minutes, so that nothing that was removed can be cleared
 * away, while three hundred steps a second go on. Taking calls and timers must not become slow, and the servers say
 * that the transaction is old.
 */
export async function oldTransaction({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const held = Math.max(ALARM + WINDOW / 2, 600_000 * fraction);
  const began = performance.now();
  const faults = await openFaultWorld({
    nodes: 2,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 0, concurrency: 64 },
  });
  const over = new AbortController();
  try {
    accepted(await faults.world.runtime.definitions.publish(boss, { definition: chain() }));
    const load = startCases(faults, over.signal);
    // What is new is slow at first: plans, caches, pages.
    await delay(5_000);
    const before = await lateness(faults, WINDOW);
    say(`  before: ${told(before)}`);
    const looking = await openOldTransaction(faults);
    const since = performance.now();
    let alarm: number | null = null;
    let worst = before;
    while (performance.now() - since < held) {
      const look = lateness(faults, Math.min(WINDOW, held - (performance.now() - since)));
      alarm ??= await alarmWithin(faults, since, look);
      worst = await look;
      say(`  after ${seconds(performance.now() - since)}: ${told(worst)}`);
    }
    const dead = await deadRows(faults);
    await looking.end();
    over.abort();
    const started = await load;
    const left = await untilEnded(faults, 60_000);
    const broken = await faults.look(storedFaults);
    const { lost, doubled } = await counted(faults, started);
    const inTime = alarm !== null && alarm <= ALARM;
    const kept =
      lost + doubled + left + broken.length === 0 && inTime && worst.calls <= Math.max(2 * before.calls, 50);
    return {
      name: "old-transaction",
      size: `${started.length} cases, ${Math.round(before.steps)} steps/s, 2 nodes`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: `a transaction open for ${seconds(held)}, ${dead} dead rows`,
      told: started.length,
      lost,
      doubled,
      stuck: left,
      broken: broken.length,
      takeOver: null,
      note: `calls taken after ${Math.round(before.calls)} ms at p99 before, ${Math.round(worst.calls)} ms at its end; timers ${Math.round(before.timers)} and ${Math.round(worst.timers)} ms late; ${Math.round(worst.steps)} steps/s at its end; alarm after ${alarm === null ? "never" : seconds(alarm)}`,
      kept,
    };
  } finally {
    over.abort();
    await faults.close();
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(0)} s`;
const told = ({ calls, timers, steps }: Lateness) =>
  `${Math.round(steps)} steps/s, calls taken after ${Math.round(calls)} ms, timers ${Math.round(timers)} ms late (p99)`;

async function openOldTransaction(faults: FaultWorld): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: faults.world.connectionString });
  await client.connect();
  await client.query("begin isolation level repeatable read read only");
  await client.query("select count(*) from flowright.instance");
  return client;
}

/** Milliseconds from the begin of the transaction until a server says that it is old; null where none does yet. */
async function alarmWithin(
  faults: FaultWorld,
  since: number,
  look: Promise<unknown>,
): Promise<number | null> {
  let over = false;
  const ended = look.finally(() => {
    over = true;
  });
  while (!over) {
    for (const { node } of faults.places) {
      const alarms = (await node?.ask<readonly ServerAlarm[]>("observation", "alarms")) ?? [];
      if (alarms.some(({ code }) => code === "database.transaction-old")) return performance.now() - since;
    }
    await Promise.race([delay(250), ended]);
  }
  return null;
}

async function deadRows(faults: FaultWorld): Promise<number> {
  const { rows } = await faults.world.admin.query<{ dead: number }>(
    "select sum(n_dead_tup)::int as dead from pg_stat_user_tables",
  );
  return rows[0]?.dead ?? 0;
}
