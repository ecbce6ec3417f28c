/**
 * The durable steps alone, pgbench beside Flowright: `npm run bench steps`. Half a minute by itself, for whoever changes
 * what a turn writes; the whole table is `npm run bench runtime`.
 *
 * - `--seconds N`, `--rounds N`: how long each is measured at a time (4), and how often (2);
 * - `--callers N`: how many callers wait for an answer at a time (256);
 * - `--cases N`: cases over which bytes are counted (2,000); 0 leaves them out.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createSixStepFlow } from "./durable-steps/six-step-flow.ts";
import { startDurablePostgres } from "./durable-steps/start-durable-postgres.ts";
import { bytesPerStep } from "./runtime/bytes-per-step.ts";
import { type Lane, openLane } from "./runtime/lane.ts";
import { openPgbenchLane } from "./runtime/pgbench-lane.ts";
import { takeTurns } from "./runtime/take-turns.ts";

const { values: flags } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "2" },
    callers: { type: "string", default: "256" },
    cases: { type: "string", default: "2000" },
  },
});
const FINISHED = 2_000;
const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-bench-"));
const postgres = await startDurablePostgres(folder);
const server = postgres.connectionString;
const lanes: Lane[] = [];
try {
  const module = new URL("./runtime/flowright-lane.ts", import.meta.url);
  lanes.push(await openPgbenchLane(server, folder, FINISHED));
  lanes.push(await openLane("Flowright", module, [server, "flowright", `${FINISHED}`, "0", flags.callers]));
  const settings = { seconds: Number(flags.seconds), rounds: Number(flags.rounds), warmUp: 2 };
  await takeTurns(lanes, postgres.pid, settings, (lane, turn) => {
    const spent = [turn.application, turn.database, turn.client].map((value) => value ?? 0);
    const busy = (spent.reduce((sum, value) => sum + value, 0) * turn.stepsPerSecond) / 1_000;
    console.log(
      `${lane.padEnd(34)}${Math.round(turn.stepsPerSecond).toString().padStart(7)} steps/s   ms of processor time per ` +
        `step: program ${digits(spent[0])}, database ${digits(spent[1])}, client ${digits(spent[2])}; ` +
        `processors busy ${busy.toFixed(2)}`,
    );
  });
  const problems = (await Promise.all(lanes.map((lane) => lane.check()))).flat();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
  for (const lane of lanes.splice(0)) await lane.close();
  if (Number(flags.cases) > 0) {
    const flow = await createSixStepFlow(server, "flowright_bytes", { finished: 500, waiting: 0 });
    const { written, stored, tables } = await bytesPerStep(flow, Number(flags.cases));
    await flow.close();
    console.log(`bytes per step: ${Math.round(written)} written to the log, ${Math.round(stored)} stored`);
    for (const [table, bytes] of Object.entries(tables)) console.log(`  ${table}: ${Math.round(bytes)}`);
  }
} finally {
  for (const lane of lanes) await lane.close().catch((error: unknown) => console.error(error));
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function digits(value = 0): string {
  return value.toFixed(3);
}
