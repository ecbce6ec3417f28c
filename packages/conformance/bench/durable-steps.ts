/**
 * Durable steps per second, beside pgbench in the same run: `npm run bench`.
 *
 * Both do the same work on the same PostgreSQL with fsync and synchronous_commit on: flows of six steps in a row,
 * each closing an open task, opening the next and writing history. pgbench makes one transaction of each step, 32
 * clients, prepared. Our side goes through the runtime's API with all its semantics (inbox, event log, idempotency
 * key), as a closed loop of at most 256 callers, each waiting for its own answer. The two take turns, three times.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { cpuUsage } from "node:process";
import { createBaseline } from "./durable-steps/baseline/create-baseline.ts";
import { createSixStepFlow } from "./durable-steps/six-step-flow.ts";
import { startDurablePostgres } from "./durable-steps/start-durable-postgres.ts";

const REPEATS = 3;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const CALLERS = 256;

const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-bench-"));
const postgres = await startDurablePostgres(folder);
let flow: Awaited<ReturnType<typeof createSixStepFlow>> | undefined;
try {
  const baseline = await createBaseline(postgres.connectionString, folder);
  flow = await createSixStepFlow(postgres.connectionString);
  await baseline.run(2);
  await flow.run(2, CALLERS);
  const rows: { pgbench: number; flowright: number; p50: number; p99: number; cpu: number }[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const pgbench = await baseline.run(SECONDS);
    const before = cpuUsage();
    const ours = await flow.run(SECONDS, CALLERS);
    const { user, system } = cpuUsage(before);
    rows.push({
      pgbench,
      flowright: ours.stepsPerSecond,
      p50: ours.p50,
      p99: ours.p99,
      cpu: (user + system) / 1e6 / SECONDS,
    });
    console.log(
      `repeat ${repeat + 1}: pgbench ${Math.round(pgbench)} steps/s, Flowright ${Math.round(ours.stepsPerSecond)} steps/s, ` +
        `p50 ${ours.p50.toFixed(1)} ms, p99 ${ours.p99.toFixed(1)} ms`,
    );
  }
  const problems = await flow.check();
  const [a, b] = [median(rows.map((row) => row.pgbench)), median(rows.map((row) => row.flowright))];
  console.log(`\nmedian of ${REPEATS}: pgbench ${Math.round(a)} steps/s, Flowright ${Math.round(b)} steps/s`);
  console.log(`ratio ${(b / a).toFixed(2)} (to reach: 2.00)`);
  console.log(
    `processor time of this process, callers included: ${median(rows.map((row) => row.cpu)).toFixed(2)} cores`,
  );
  console.log(
    problems.length === 0
      ? "every completed case has its six closed tasks and its events"
      : problems.join("\n"),
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  // First of all, or the end of the database would hide what went wrong.
  await flow?.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;
}
