import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Row } from "./harness/campaign.ts";
import { type FloodAnswers, type FloodOrder, tenants } from "./harness/flood-server.ts";
import { ownPostgres } from "./harness/own-postgres.ts";
import type { Scale } from "./nodes.ts";

/** Completions a second of the quiet workspace, and of the other one while it is quiet, too. */
const QUIET = 20;
const USUAL = 40;
/** How many times its usual rate the flood is. */
const TIMES = 10;
/** Share by which the quiet workspace's 99th percentile may grow. */
const MAY_GROW = 0.2;

/**
 * X12: two workspaces work at their usual rates over HTTP, then one of them asks ten times as often. Both rounds are
 * repeated in turn; what counts are all times of the quiet one together. The flood comes from a process of the lowest
 * priority, because on a real network it would come from other machines.
 */
export async function tenantFlood({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const began = performance.now();
  const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-flood-"));
  const postgres = await ownPostgres(folder, {});
  const children: ChildProcess[] = [];
  const program = (what: string, args: readonly string[]) => {
    const child = fork(new URL("./harness/flood-server.ts", import.meta.url), [what, ...args]);
    children.push(child);
    return child;
  };
  try {
    const password = randomBytes(12).toString("hex");
    const server = program("server", [postgres.connectionString, password]);
    const address = ((await once(server, "message"))[0] as { address: string }).address;
    const clients = tenants.map((tenant) => program("client", [address, tenant, password]));
    await Promise.all(clients.map((client) => once(client, "message")));
    const [quiet, flood] = clients;
    if (!quiet || !flood) throw new Error("There are two workspaces");
    if (flood.pid) os.setPriority(flood.pid, 19);
    const seconds = Math.max(2, Math.round(60 * fraction));
    const rounds = 4;
    const times: { usual: number[]; flooded: number[] } = { usual: [], flooded: [] };
    let [sent, later, failed] = [0, 0, 0];
    await Promise.all([
      ask(quiet, { perSecond: QUIET, seconds: 2 }),
      ask(flood, { perSecond: USUAL, seconds: 2 }),
    ]);
    for (let round = 0; round < rounds; round++) {
      for (const kind of ["usual", "flooded"] as const) {
        const perSecond = kind === "usual" ? USUAL : USUAL * TIMES;
        const [calm, other] = await Promise.all([
          ask(quiet, { perSecond: QUIET, seconds }),
          ask(flood, { perSecond, seconds }),
        ]);
        times[kind].push(...calm.times);
        sent += calm.times.length + other.times.length;
        later += other.later;
        failed += calm.later + calm.failed + other.failed;
        say(
          `  ${kind}: quiet p99 ${percentile(calm.times).toFixed(1)} ms; the other: ${other.times.length} done`,
        );
        await delay(300);
      }
    }
    const [before, after] = [percentile(times.usual), percentile(times.flooded)];
    const grown = after / before - 1;
    return {
      name: "tenant-flood",
      size: `2 workspaces, ${rounds} × ${seconds} s each way`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: `${TIMES} times the usual rate by one of them`,
      ...{ told: sent, lost: 0, doubled: 0, stuck: 0, broken: failed, takeOver: null },
      note: `p99 of the other ${before.toFixed(1)} ms before, ${after.toFixed(1)} ms during the flood (${grown < 0 ? "" : "+"}${Math.round(grown * 100)} %), ${later} requests of the flood told to come back`,
      kept: failed === 0 && grown <= MAY_GROW,
    };
  } finally {
    for (const child of children) child.kill("SIGKILL");
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(client: ChildProcess, order: FloodOrder): Promise<FloodAnswers> {
  const answer = once(client, "message");
  client.send(order);
  return (await answer)[0] as FloodAnswers;
}

function percentile(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
