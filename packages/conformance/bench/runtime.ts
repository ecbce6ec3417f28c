/**
 * How fast the runtime is, beside pgbench and two programs of its kind, in one run: `npm run bench runtime`.
 *
 * - `--json FILE` writes the same for a program to read;
 * - `--quick` measures for two seconds at a time: whether the bench works, not how fast anything is;
 * - `--million` adds a database with 1,000,000 waiting cases, which takes minutes to fill;
 * - `--no-peers` leaves DBOS and graphile-worker out, and installs nothing;
 * - `--page FILE` writes the tables there; without it they go to `docs/benchmarks.md`, and nowhere where it was quick.
 *
 * All that is measured takes turns on one PostgreSQL that writes every commit
 * to disk.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createSixStepFlow } from "./durable-steps/six-step-flow.ts";
import { startDurablePostgres } from "./durable-steps/start-durable-postgres.ts";
import { installPeers, peerVersion } from "./peers/install-peers.ts";
import { bytesPerStep } from "./runtime/bytes-per-step.ts";
import { type Figure, ratios, reached } from "./runtime/figure.ts";
import { openHttpLane } from "./runtime/http-lane.ts";
import { type Lane, openLane } from "./runtime/lane.ts";
import { describeMachine } from "./runtime/machine.ts";
import { startMany } from "./runtime/many-starts.ts";
import { openPgbenchLane } from "./runtime/pgbench-lane.ts";
import { markdownOf, type Report, spread } from "./runtime/report.ts";
import { measureServer } from "./runtime/server-process.ts";
import { type Turn, takeTurns } from "./runtime/take-turns.ts";

const PAGE = fileURLToPath(new URL("../../../docs/benchmarks.md", import.meta.url));
const { values: flags } = parseArgs({
  options: {
    json: { type: "string" },
    page: { type: "string" },
    quick: { type: "boolean", default: false },
    million: { type: "boolean", default: false },
    "no-peers": { type: "boolean", default: false },
  },
});
const seconds = flags.quick ? 2 : 10;
const rounds = flags.quick ? 3 : 5;
const finished = flags.quick ? 2_000 : 20_000;
const waiting = flags.quick ? 10_000 : 100_000;
const cases = flags.quick ? 1_000 : 10_000;
const OURS = "Flowright";
const DBOS = new URL("./peers/dbos-lane.ts", import.meta.url);
const GRAPHILE = new URL("./peers/graphile-lane.ts", import.meta.url);

const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-bench-"));
const postgres = await startDurablePostgres(folder);
const machine = await describeMachine(postgres.connectionString);
const server = postgres.connectionString;
const lanes: Lane[] = [];
try {
  lanes.push(await openPgbenchLane(server, folder, finished));
  lanes.push(await ours(OURS, "flowright", 0));
  lanes.push(
    await ours(`${OURS}, ${waiting.toLocaleString("en")} cases waiting`, "flowright_waiting", waiting),
  );
  if (flags.million)
    lanes.push(await ours(`${OURS}, 1,000,000 cases waiting`, "flowright_million", 1_000_000));
  const http = await openHttpLane(server, "flowright_http");
  lanes.push(http);
  if (!flags["no-peers"]) {
    console.log("installing DBOS Transact and graphile-worker, where they are not there yet");
    await installPeers();
    lanes.push(await peer("DBOS Transact, steps", DBOS, "dbos_steps", "steps"));
    lanes.push(await peer("DBOS Transact, signals", DBOS, "dbos_signals", "signals"));
    lanes.push(
      await peer("graphile-worker, each job adds the next", GRAPHILE, "graphile_chained", "chained"),
    );
    lanes.push(await peer("graphile-worker, jobs added in batches", GRAPHILE, "graphile_batched", "batched"));
  }

  const turns = await takeTurns(lanes, postgres.pid, { seconds, rounds, warmUp: 2 }, (lane, turn) =>
    console.log(
      `${lane.padEnd(40)}${Math.round(turn.stepsPerSecond).toLocaleString("en").padStart(8)} steps/s   ` +
        `ms of processor time per step: program ${digits(turn.application)}, database ${digits(turn.database)}, client ${digits(turn.client)}`,
    ),
  );
  const half: { p50: number; p99: number }[] = [];
  const alone: { p50: number }[] = [];
  const bearable = rateOf(turns, http.name);
  for (let round = 0; round < rounds; round++) {
    half.push(await http.measureRate((bearable[round] ?? 0) / 2, seconds));
    alone.push(await http.measureAlone(Math.min(seconds, 3)));
  }

  const problems = (await Promise.all(lanes.map((lane) => lane.check()))).flat();
  for (const lane of lanes.splice(0)) await lane.close();

  console.log("many starts, bytes and the server by itself");
  const flow = await createSixStepFlow(server, "flowright_alone", { finished, waiting: 0 });
  const starts: number[] = [];
  for (let round = 0; round < rounds; round++) starts.push(await startMany(flow, cases));
  const bytes = await bytesPerStep(flow, cases / 2);
  await flow.close();
  const url = new URL(server);
  url.pathname = "/flowright_alone";
  const alones = [];
  for (let round = 0; round < rounds; round++) alones.push(await measureServer(url.href, folder));

  const base = rateOf(turns, "pgbench, a transaction per step");
  const rate = rateOf(turns, OURS);
  const figures: Figure[] = [
    { what: "durable steps, times pgbench", unit: "×", mark: { least: 2 }, values: ratios(rate, base) },
    { what: "durable steps", unit: "/s", mark: { least: 10_000 }, values: rate },
    ...(flags["no-peers"]
      ? []
      : [
          beside("steps, times DBOS Transact", 12, "DBOS Transact, steps"),
          beside("steps, times signals of DBOS Transact", 20, "DBOS Transact, signals"),
          beside(
            "steps, times jobs of graphile-worker that add one another",
            8,
            "graphile-worker, each job adds the next",
          ),
          beside(
            "steps, times its jobs that callers add in batches",
            8,
            "graphile-worker, jobs added in batches",
          ),
        ]),
    { what: "steps over HTTP, 64 clients", unit: "/s", mark: { least: 3_500 }, values: bearable },
    {
      what: "completing a task over HTTP at half of that, p50",
      unit: "ms",
      mark: { most: 10 },
      values: half.map(({ p50 }) => p50),
    },
    { what: "the same, p99", unit: "ms", mark: { most: 50 }, values: half.map(({ p99 }) => p99) },
    {
      what: "the same on an idle server, p50",
      unit: "ms",
      mark: { most: 6 },
      values: alone.map(({ p50 }) => p50),
    },
    {
      what: `${cases.toLocaleString("en")} cases started in one call, until all wait`,
      unit: "s",
      mark: { most: 5 },
      values: starts,
    },
    ...[...turns.keys()]
      .filter((name) => name.startsWith(`${OURS}, `))
      .map(
        (name): Figure => ({
          what: `step rate with ${name.slice(OURS.length + 2)}, share of the rate without`,
          unit: "",
          mark: { least: name.includes("1,000,000") ? 0.8 : 0.9 },
          values: ratios(rateOf(turns, name), rate),
        }),
      ),
    {
      what: "written to the log of the database per step",
      unit: "bytes",
      mark: { most: 2_500 },
      values: [bytes.written],
    },
    { what: "stored per step", unit: "bytes", mark: { most: 1_000 }, values: [bytes.stored] },
    {
      what: "memory of the idle server process",
      unit: "MB",
      mark: { most: 150 },
      values: alones.flatMap(({ memory }) => memory ?? []),
    },
    {
      what: "start of the server process with existing data, until ready",
      unit: "s",
      mark: { most: 1.5 },
      values: alones.map(({ ready }) => ready),
    },
  ];
  const report: Report = {
    date: new Date().toISOString(),
    machine,
    settings: { seconds, rounds, quick: flags.quick },
    peers: flags["no-peers"]
      ? {}
      : Object.fromEntries(
          ["@dbos-inc/dbos-sdk", "graphile-worker"].map((name) => [name, peerVersion(name)]),
        ),
    lanes: Object.fromEntries(turns),
    figures,
    tables: bytes.tables,
    problems,
  };
  for (const figure of figures) {
    console.log(
      `${reached(figure) ? "reached    " : "not reached"} ${figure.what}: ${spread(figure.values, figure.unit)}`,
    );
  }
  for (const problem of problems) console.error(problem);
  if (flags.json !== undefined) await writeFile(flags.json, `${JSON.stringify(report, null, 2)}\n`);
  const page = flags.page ?? (flags.quick ? null : PAGE);
  if (page !== null) await writeFile(page, markdownOf(report));
  process.exitCode = problems.length === 0 ? 0 : 1;

  function beside(what: string, least: number, lane: string): Figure {
    return { what, unit: "×", mark: { least }, values: ratios(rate, rateOf(turns, lane)) };
  }
} finally {
  // First of all, or the end of the database would hide what went wrong.
  for (const lane of lanes) await lane.close().catch((error: unknown) => console.error(error));
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function ours(name: string, database: string, idle: number): Promise<Lane> {
  const module = new URL("./runtime/flowright-lane.ts", import.meta.url);
  return openLane(name, module, [server, database, `${finished}`, `${idle}`]);
}

function peer(name: string, program: URL, database: string, what: string): Promise<Lane> {
  return openLane(name, program, [server, database, what]);
}

function rateOf(turns: ReadonlyMap<string, readonly Turn[]>, lane: string): number[] {
  return (turns.get(lane) ?? []).map(({ stepsPerSecond }) => stepsPerSecond);
}

function digits(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}
