/**
 * The same done to 10,000 cases, by a server that is a process of its own: `npm run bench batches`.
 *
 * - `--cases N`: another number of cases, at most 10,000;
 * - `--json FILE` writes the figures for a program to read.
 *
 * The exit code is 1 where a case was left out or done twice.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureBatches } from "./batches/measure-batches.ts";
import { startDurablePostgres } from "./durable-steps/start-durable-postgres.ts";

const { values: flags } = parseArgs({
  options: { json: { type: "string" }, cases: { type: "string", default: "10000" } },
});
const cases = Math.min(10_000, Math.max(100, Number(flags.cases) || 10_000));
const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-bench-"));
const postgres = await startDurablePostgres(folder);
try {
  const { figures, broken } = await measureBatches(postgres.connectionString, {
    cases,
    lease: 9_000,
    say: (line) => console.log(line),
  });
  for (const fault of broken) console.log(`! ${fault}`);
  if (flags.json) await writeFile(flags.json, `${JSON.stringify({ figures, broken }, null, 2)}\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
