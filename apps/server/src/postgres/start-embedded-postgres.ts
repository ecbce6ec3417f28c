import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { createCluster } from "./create-cluster.ts";
import { embeddedPostgresBinaries } from "./postgres-binaries.ts";
import { startPostmaster, stopOrphan } from "./postmaster.ts";
import { giveTo, unprivilegedLaunch } from "./unprivileged-launch.ts";

export interface EmbeddedPostgresOptions {
  /** The data folder; the cluster, its password and its log live in it. Made where missing. */
  readonly dataDir: string;
  /** Receives one line for each step, in the terminal's language. */
  readonly log: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgresql://…` of the database `flowright`, as its superuser. */
  readonly connectionString: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when PostgreSQL has ended, also when nobody asked it to. */
  readonly ended: Promise<void>;
  /** Fast shutdown; resolves when the process is gone. Safe to call twice. */
  stop(): Promise<void>;
}

const SUPERUSER = "flowright";
const DATABASE = "flowright";

/** Every acknowledged commit is on disk; the rest suits a machine that runs other things too. */
const SETTINGS = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "2GB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/**
 * Starts the PostgreSQL that comes with the product, creating its database at the first start and recovering
 * from whatever the last run left. The caller holds the data folder's lock.
 *
 * @throws ProgramProblem with a sentence for the person at the terminal
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const began = performance.now();
  const cluster = path.join(dataDir, "postgres");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const binaries = await embeddedPostgresBinaries(log);
  const existing = await clusterVersion(cluster);
  const launch = await unprivilegedLaunch(existing === null ? dataDir : cluster, binaries.postgres);
  if (launch.owner !== null) await chmod(dataDir, 0o711);
  if (existing === null) {
    log(say("postgres.initdb", { folder: cluster }));
    const password = await newPassword(dataDir);
    await createCluster({ ...binaries, launch, cluster, superuser: SUPERUSER, password, durable: true });
  } else if (existing !== binaries.major) {
    throw new ProgramProblem("postgres.version", {
      folder: cluster,
      found: existing,
      expected: binaries.major,
    });
  }
  const password = await storedPassword(dataDir);
  await stopOrphan(cluster, log);
  await giveTo(launch.owner, cluster);
  const start = (port?: number) =>
    startPostmaster({
      prefix: launch.prefix,
      program: binaries.postgres,
      cluster,
      logFile: path.join(dataDir, "postgres.log"),
      settings: SETTINGS,
      port,
      log,
    });
  const postmaster = await start();
  const address = (database: string) =>
    `postgresql://${SUPERUSER}:${password}@127.0.0.1:${postmaster.port}/${database}`;
  await ensureDatabase(address("postgres"));
  log(say("postgres.ready", { port: postmaster.port, ms: Math.round(performance.now() - began) }));
  const { pid, port, ended, stop } = postmaster;
  return { connectionString: address(DATABASE), port, pid, ended, stop };
}

async function clusterVersion(cluster: string): Promise<number | null> {
  const found = await stat(cluster).catch(() => null);
  if (!found) return null;
  return Number.parseInt(await readFile(path.join(cluster, "PG_VERSION"), "utf8"), 10);
}

function passwordFile(dataDir: string): string {
  return path.join(dataDir, "postgres.password");
}

async function newPassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile(dataDir), `${password}\n`, { mode: 0o600, flush: true });
  return password;
}

async function storedPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) throw new ProgramProblem("postgres.password.missing", { folder: dataDir, file });
  return text.trim();
}

async function ensureDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
