import { type Figure, reached, spreadOf } from "./figure.ts";
import type { Machine } from "./machine.ts";
import type { Turn } from "./take-turns.ts";

/** Everything that a run of the bench found. */
export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly settings: { readonly seconds: number; readonly rounds: number; readonly quick: boolean };
  readonly peers: Readonly<Record<string, string>>;
  readonly lanes: Readonly<Record<string, readonly Turn[]>>;
  readonly figures: readonly Figure[];
  /** Bytes that each table grows by per step. */
  readonly tables: Readonly<Record<string, number>>;
  /** What is wrong with the rows; empty where all is right. */
  readonly problems: readonly string[];
}

/** The report as a page of Markdown. */
export function markdownOf(report: Report): string {
  const { machine, settings, date } = report;
  const lines = [
    "# Benchmarks",
    "",
    "Written by `npm run bench runtime`; it overwrites this page. Every number is least – middle – greatest of the rounds.",
    "",
    `- Measured: ${date.slice(0, 10)}, ${settings.rounds} rounds of ${settings.seconds} s each${settings.quick ? " (`--quick`: too short to compare with)" : ""}`,
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; load before the start ${machine.load.toFixed(1)}`,
    `- Node ${machine.node}; PostgreSQL ${machine.postgres} on the same machine, \`fsync=on\`, \`synchronous_commit=on\`, \`full_page_writes=on\``,
    `- Beside it: ${Object.entries(report.peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
    ...(machine.load > 0.7
      ? ["", "**Other programs were running meanwhile: the figures are indicative, the ratios less so.**"]
      : []),
    "",
    "## Marks",
    "",
    "| What | To reach | Measured | Reached |",
    "| --- | --- | --- | --- |",
    ...report.figures.map(
      (figure) =>
        `| ${figure.what} | ${markOf(figure)} | ${spread(figure.values, figure.unit)} | ${reached(figure) ? "yes" : "no"} |`,
    ),
    "",
    "## Side by side",
    "",
    "Milliseconds of processor time per step: of the program (with its callers, where they are in the same process), of the database, and of clients that are a program of their own.",
    "",
    "| | Steps per second | p50 ms | p99 ms | Program | Database | Client |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...Object.entries(report.lanes).map(([name, turns]) => {
      const of = (pick: (turn: Turn) => number | null, digits: number) => {
        const values = turns.map(pick).filter((value) => value !== null);
        return values.length === 0 ? "" : spreadOf(values).median.toFixed(digits);
      };
      const rate = spread(turns.map(({ stepsPerSecond }) => stepsPerSecond));
      const times = [of(({ p50 }) => p50, 1), of(({ p99 }) => p99, 1)];
      const spent = [
        of(({ application }) => application, 3),
        of(({ database }) => database, 3),
        of(({ client }) => client, 3),
      ];
      return `| ${[name, rate, ...times, ...spent].join(" | ")} |`;
    }),
    "",
    "## Stored per step",
    "",
    "Bytes by table with its indexes, a start shared out among its six steps, before anything is tidied away. Idempotency keys and the live feed are kept for a short time only.",
    "",
    "| Table | Bytes |",
    "| --- | --- |",
    ...Object.entries(report.tables).map(([table, bytes]) => `| ${table} | ${Math.round(bytes)} |`),
    "",
    "## What is measured",
    "",
    "Six steps in a row. `pgbench` makes one prepared transaction of each (close the open task, open the next, write history; 32 clients, no pipelining): the statements are in `packages/conformance/bench/durable-steps/baseline`. Flowright goes through the runtime's API with all its semantics (inbox, event log, idempotency key, live feed), 256 callers that each wait for their answer; over HTTP 64 clients, one step per request. DBOS Transact runs workflows of six steps that do nothing, and workflows that receive six messages from outside; graphile-worker one empty job per step with the settings of its page on performance, added by the job before or, what it calls experimental, by the callers in batches. Afterwards the rows are checked: every completed case has its six closed tasks and its events.",
    "",
    report.problems.length === 0 ? "All rows were right." : `Wrong: ${report.problems.join("; ")}`,
    "",
  ];
  return lines.join("\n");
}

function markOf({ mark, unit }: Figure): string {
  const [sign, value] = "least" in mark ? ["≥", mark.least] : ["≤", mark.most];
  return `${sign} ${number(value)}${unit === "" ? "" : ` ${unit}`}`;
}

/** Least – middle – greatest with as many digits as are worth reading. */
export function spread(values: readonly number[], unit = ""): string {
  const { min, median, max } = spreadOf(values);
  const text = values.length === 1 ? number(median) : `${number(min)} – ${number(median)} – ${number(max)}`;
  return unit === "" ? text : `${text} ${unit}`;
}

function number(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}
