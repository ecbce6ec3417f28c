/**
 * How long `POST /tasks/{id}/complete` takes over HTTP at half of the greatest load that the server bears.
 *
 * The server is a process of its own on a PostgreSQL that writes every commit to disk. First callers are added, each
 * carrying cases of six steps and waiting for its answers, until more of them complete no more tasks per second. Then
 * requests come at half of that rate, at their times, and 99 of 100 completions are answered within the p99 shown.
 */
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startDurablePostgres } from "./durable-steps/start-durable-postgres.ts";
import { type Measured, measureClosed, measureOpen } from "./http-complete/measure.ts";
import { openCaller } from "./http-complete/open-caller.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const CALLERS = [4, 8, 16, 32, 64, 128, 256];
/** With less gain than this, more callers only wait longer. */
const GAIN = 1.03;

const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-bench-"));
const postgres = await startDurablePostgres(folder);
const password = randomBytes(12).toString("hex");
const server = fork(new URL("./http-complete/serve.ts", import.meta.url), [
  postgres.connectionString,
  password,
]);
const ended = once(server, "exit");
try {
  const told = await Promise.race([once(server, "message"), ended.then(() => null)]);
  if (told === null) throw new Error("The server did not start");
  const caller = await openCaller((told[0] as { address: string }).address, "alice", password);
  // Plans and machine code are made before anything is measured.
  await measureClosed(caller, 16, Math.min(SECONDS, 3));
  console.log("load                    completions/s      p50      p95      p99  longest (ms)");
  let most = 0;
  let worse = 0;
  for (const callers of CALLERS) {
    const result = await measureClosed(caller, callers, SECONDS);
    print(`${callers} callers`, result);
    worse = result.perSecond < most * GAIN ? worse + 1 : 0;
    most = Math.max(most, result.perSecond);
    if (worse === 2) break;
  }
  const half = await measureOpen(caller, most / 2, SECONDS * 3);
  print(`half: ${Math.round(most / 2)} per second`, half);
  console.log(`\np99 of completing a task at half of the greatest load: ${half.p99.toFixed(1)} ms`);
  caller.close();
} finally {
  if (server.connected) server.send("stop");
  await ended;
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function print(load: string, { perSecond, p50, p95, p99, longest }: Measured): void {
  const times = [p50, p95, p99, longest].map((time) => time.toFixed(1).padStart(8)).join(" ");
  console.log(`${load.padEnd(24)}${String(Math.round(perSecond)).padStart(13)} ${times}`);
}
