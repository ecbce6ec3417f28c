import { setTimeout as delay } from "node:timers/promises";
import { boss } from "../../../runtime/test/turns/open-world.ts";
import { type ClientLog, clientsWork, type LoadOptions } from "./clients.ts";
import { type FaultWorld, openFaultWorld, type WorldOptions } from "./fault-world.ts";
import { judge, type Verdict } from "./judge.ts";

/** One row of the table. */
export interface Row {
  readonly name: string;
  readonly size: string;
  readonly seconds: number;
  /** What was done to it, with how often. */
  readonly injected: string;
  readonly told: number;
  readonly lost: number;
  readonly doubled: number;
  readonly stuck: number;
  readonly broken: number;
  /** Milliseconds; null where nothing was taken over. */
  readonly takeOver: number | null;
  readonly note: string;
  /** Whether every promise was kept. */
  readonly kept: boolean;
}

export interface Campaign extends WorldOptions, LoadOptions {
  readonly name: string;
  /** Does its harm until the cases have begun; gives what was done. */
  readonly harm: (faults: FaultWorld, signal: AbortSignal) => Promise<string>;
  /** What there is to say beyond the numbers, and whether it is as promised. */
  readonly note?: (faults: FaultWorld, log: ClientLog) => Promise<{ note: string; kept: boolean }>;
  /** Milliseconds without a case that ends, after the last harm, until those left are stuck (default 60,000). */
  readonly patience?: number;
}

/** Cases, harm and clients beside each other; then the clients' log is held against the database. */
export async function runCampaign(campaign: Campaign, say: (line: string) => void): Promise<Row> {
  const began = performance.now();
  const faults = await openFaultWorld(campaign);
  const harming = new AbortController();
  const working = new AbortController();
  try {
    const clients = clientsWork(faults, campaign, working.signal);
    const harm = campaign.harm(faults, harming.signal);
    await delay(campaign.over);
    harming.abort();
    const injected = await harm;
    for (const place of faults.places) if (!place.node) await faults.start(place);
    const blamed = await untilEnded(faults, campaign.cases, campaign.patience ?? 60_000, say);
    working.abort();
    const log = await clients;
    const verdict = await judge(faults, log);
    const extra = await campaign.note?.(faults, log);
    for (const line of problems(verdict).slice(0, 20)) say(`  ! ${line}`);
    if ((verdict.takeOver ?? 0) > 12_000) {
      for (const { name, node } of faults.places) say(`  ${name} said:\n${node?.said().slice(-4_000)}`);
    }
    if (log.refused.size > 0) say(`  refused: ${JSON.stringify([...log.refused])}`);
    const row = rowOf(campaign, verdict, injected, performance.now() - began);
    return {
      ...row,
      note: [
        extra?.note,
        `${log.again} said again`,
        `${verdict.again} calls again`,
        blamed > 0 && `${blamed} calls that three servers died with were retried by a person`,
      ]
        .filter(Boolean)
        .join(", "),
      kept: problems(verdict).length === 0 && log.refused.size === 0 && (extra?.kept ?? true),
    };
  } finally {
    harming.abort();
    working.abort();
    await faults.close();
  }
}

function problems({ lost, doubled, stuck, broken }: Verdict): string[] {
  return [
    ...lost.map((what) => `lost: ${what}`),
    ...doubled.map((what) => `doubled: ${what}`),
    ...stuck.map((what) => `stuck: ${what}`),
    ...broken,
  ];
}

function rowOf(campaign: Campaign, verdict: Verdict, injected: string, milliseconds: number) {
  return {
    name: campaign.name,
    size: `${campaign.cases} cases, ${campaign.nodes} nodes`,
    seconds: Math.round(milliseconds / 1000),
    injected,
    told: verdict.told,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    stuck: verdict.stuck.length,
    broken: verdict.broken.length,
    takeOver: verdict.takeOver,
  };
}

/**
 * Waits until the cases have ended, or nothing ends for so many milliseconds. A call that three servers died with is
 * given to people, also where it had nothing to do with it: here somebody retries it, and their number is given.
 */
async function untilEnded(
  faults: FaultWorld,
  cases: number,
  patience: number,
  say: (line: string) => void,
): Promise<number> {
  const blamed = new Set<string>();
  let until = performance.now() + patience;
  for (let told = 0, before = 0; ; ) {
    const ended = await faults
      .look(async (client) => {
        const { rows } = await client.query<{ ended: number }>(
          "select count(*)::int as ended from instance where ended_at is not null or (business_key like 'poison%' and open_incidents > 0)",
        );
        return rows[0]?.ended ?? 0;
      })
      .catch(() => 0);
    if (ended > before) until = performance.now() + patience;
    before = Math.max(before, ended);
    if (ended >= cases || performance.now() > until) return blamed.size;
    await retryBlamed(faults, blamed).catch(() => undefined);
    if (performance.now() > told + 10_000) {
      told = performance.now();
      say(`  ${ended} of ${cases} cases have ended`);
    }
    await delay(250);
  }
}

async function retryBlamed(faults: FaultWorld, blamed: Set<string>): Promise<void> {
  const { incidents } = faults.world.runtime;
  for (const { id, instanceId, message } of (await incidents.list(boss, { open: true })).items) {
    const key = await businessKeyOf(faults, instanceId);
    if (key.startsWith("poison") || !message.en.includes("did not answer within its lease")) continue;
    if ((await incidents.resolve(boss, id)).ok) blamed.add(id);
  }
}

async function businessKeyOf(faults: FaultWorld, instance: string): Promise<string> {
  return await faults.look(async (client) => {
    const { rows } = await client.query<{ key: string }>(
      "select business_key as key from instance where id = $1",
      [instance],
    );
    return rows[0]?.key ?? "";
  });
}
