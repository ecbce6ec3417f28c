import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freshDatabase } from "../fresh-database.ts";

const STEPS = 6;
const SNAPSHOT = JSON.stringify({
  value: "n1",
  context: { order: "SO-1001", amount: "99.00", buyer: "x".repeat(120) },
});
const TASK = JSON.stringify({ order: "SO-1001", amount: "99.00", vip: false });
const ENTRY = JSON.stringify({ by: "alice", outcome: "done", comment: "checked" });

/**
 * pgbench on the statements beside this file, in a database of its own with so many finished flows. A run gives steps
 * per second.
 */
export async function createBaseline(
  server: string,
  folder: string,
  finished: number,
): Promise<{ run(seconds: number): Promise<number> }> {
  const url = await freshDatabase(server, "baseline");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(await statement("schema"));
  await client.query(
    `with created as (
       insert into instance (definition, version, status, snapshot)
       select 1, ${STEPS}, 'done', $1::jsonb from generate_series(1, ${finished}) returning id
     ), tasks as (
       insert into task (instance_id, node, status, assignee, data, done_at)
       select id, 'n' || step, 'done', 'alice', $2::jsonb, now() from created, generate_series(1, ${STEPS}) as step
     )
     insert into history (instance_id, seq, type, data)
     select id, seq, 'step', $3::jsonb from created, generate_series(0, ${STEPS}) as seq`,
    [SNAPSHOT, TASK, ENTRY],
  );
  await client.query("analyze");
  await client.end();
  const script = path.join(folder, "flow.sql");
  await writeFile(script, await flowScript());
  return { run: (seconds) => pgbench(url, script, seconds) };
}

/** Start, then six steps of the instance just made. */
async function flowScript(): Promise<string> {
  const constants = Object.entries({ snapshot: SNAPSHOT, task: TASK, entry: ENTRY });
  // pgbench takes a colon before a letter for one of its variables, even inside a text.
  const filled = (text: string) =>
    constants.reduce(
      (sql, [name, json]) => sql.replaceAll(`:${name}::jsonb`, `'${json.replace(/:(?=\w)/g, ": ")}'::jsonb`),
      text,
    );
  const start = filled(await statement("start"));
  const step = filled(await statement("step"));
  const steps = Array.from({ length: STEPS }, (_, seq) => `${step.replaceAll(":seq", String(seq))};`);
  return [`${start} \\gset`, ...steps].join("\n");
}

async function statement(name: string): Promise<string> {
  const text = await readFile(new URL(`./${name}.sql`, import.meta.url), "utf8");
  return text
    .replace(/^--.*$/gm, "")
    .trim()
    .replace(/;$/, "");
}

/** Steps per second. */
async function pgbench(url: string, script: string, seconds: number): Promise<number> {
  const { stdout } = await promisify(execFile)(pgbenchProgram(), [
    ...["-n", "-M", "prepared", "-c", "32", "-j", "2", "-T", String(seconds), "-f", script],
    url,
  ]);
  const flows = /tps = ([\d.]+)/.exec(stdout)?.[1];
  // On a machine that has no time for it not one flow may be through at the end; pgbench then tells no rate.
  if (flows === undefined && /actually processed: 0$/m.test(stdout)) return 0;
  if (flows === undefined) throw new Error(`pgbench said nothing of its speed:\n${stdout}`);
  return Number(flows) * STEPS;
}

function pgbenchProgram(): string {
  const found = ["18", "17", "16", "15"]
    .map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`)
    .find((file) => existsSync(file));
  if (found) return found;
  const onPath = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "pgbench"));
  const program = onPath.find((file) => existsSync(file));
  if (program) return program;
  throw new Error(
    "pgbench, the other side of this comparison, was not found. On Debian: apt-get install postgresql-15",
  );
}
