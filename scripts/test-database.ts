/**
 * One throwaway PostgreSQL for a whole test run, started before the first test and gone after the last one.
 *
 * Tests read its superuser address from `FLOWRIGHT_TEST_DATABASE_URL` and make a schema or database of their own.
 * If that variable is already set, the server it names is used and nothing is started. `FLOWRIGHT_TEST_PG15=1`
 * uses Debian's PostgreSQL 15 instead of the built-in 18. Runs without a test that needs a database start none.
 */
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { createCluster } from "../apps/server/src/postgres/create-cluster.ts";
import {
  embeddedPostgresBinaries,
  type PostgresBinaries,
} from "../apps/server/src/postgres/postgres-binaries.ts";
import { startPostmaster } from "../apps/server/src/postgres/postmaster.ts";
import { isAlive } from "../apps/server/src/postgres/process-identity.ts";
import { giveTo, unprivilegedLaunch } from "../apps/server/src/postgres/unprivileged-launch.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const CACHE = path.join(ROOT, "node_modules", ".cache", "flowright");
const PREFIX = "flowright-test-db-";
const SUPERUSER = "postgres";
const PASSWORD = "test";

/** Nothing here outlives the run, so nothing is forced to disk. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "64MB",
  max_connections: "200",
  max_wal_size: "1GB",
  autovacuum_naptime: "10s",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

export interface TestDatabase {
  /** `postgresql://…/postgres` as superuser. */
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** vitest's `globalSetup`. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.FLOWRIGHT_TEST_DATABASE_URL || !(await needsDatabase(project))) return undefined;
  const database = await startTestDatabase();
  process.env.FLOWRIGHT_TEST_DATABASE_URL = database.connectionString;
  return async () => {
    delete process.env.FLOWRIGHT_TEST_DATABASE_URL;
    await database.stop();
  };
}

/** Starts a throwaway server; the first one ever runs initdb, later ones copy its result. */
export async function startTestDatabase(): Promise<TestDatabase> {
  await sweep();
  const binaries = await testBinaries();
  const folder = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  const cluster = path.join(folder, "cluster");
  const template = await templateCluster(binaries);
  await cp(template, cluster, { recursive: true });
  await chmod(cluster, 0o700);
  const launch = await unprivilegedLaunch(cluster, binaries.postgres);
  await giveTo(launch.owner, cluster);
  const postmaster = await startPostmaster({
    prefix: launch.prefix,
    program: binaries.postgres,
    cluster,
    logFile: path.join(folder, "postgres.log"),
    settings: SETTINGS,
    log: (line) => console.error(line),
  });
  return {
    connectionString: `postgresql://${SUPERUSER}:${PASSWORD}@127.0.0.1:${postmaster.port}/postgres`,
    stop: async () => {
      await postmaster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function testBinaries(): Promise<PostgresBinaries> {
  if (process.env.FLOWRIGHT_TEST_PG15 !== "1") return embeddedPostgresBinaries((line) => console.error(line));
  const bin = "/usr/lib/postgresql/15/bin";
  return { initdb: `${bin}/initdb`, postgres: `${bin}/postgres`, major: 15 };
}

async function templateCluster(binaries: PostgresBinaries): Promise<string> {
  const template = path.join(CACHE, `postgres-template-${binaries.major}`);
  if (await stat(path.join(template, "PG_VERSION")).catch(() => null)) return template;
  await mkdir(CACHE, { recursive: true });
  const draft = `${template}.${process.pid}`;
  const launch = await unprivilegedLaunch(draft, binaries.initdb);
  await createCluster({
    ...binaries,
    launch,
    cluster: draft,
    superuser: SUPERUSER,
    password: PASSWORD,
    durable: false,
  });
  // Another run may have been faster; either result will do.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
  return template;
}

/** Removes what killed runs left in the temporary folder; their PostgreSQL ended with them. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length).split("-")[0] : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid)) {
      await rm(path.join(os.tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/** Whether a selected test belongs to a package that talks to PostgreSQL, itself or through the runtime. */
async function needsDatabase(project: TestProject): Promise<boolean> {
  const filters = (project.vitest as { filenamePattern?: string[] }).filenamePattern;
  const specifications = await project.vitest.globTestSpecifications(filters);
  const packages = new Set(specifications.map(({ moduleId }) => packageOf(path.relative(ROOT, moduleId))));
  const answers = await Promise.all([...packages].map(dependsOnDatabase));
  return answers.includes(true);
}

function packageOf(file: string): string {
  return file.split(path.sep).slice(0, 2).join(path.sep);
}

async function dependsOnDatabase(folder: string): Promise<boolean> {
  const text = await readFile(path.join(ROOT, folder, "package.json"), "utf8").catch(() => "{}");
  const manifest = JSON.parse(text) as {
    name?: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const signs = ["pg", "@flowright/runtime", "@flowright/example-scenario-hosts"];
  return signs.some((name) => name in dependencies);
}
