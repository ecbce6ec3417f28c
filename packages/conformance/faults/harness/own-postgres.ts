import path from "node:path";
import { createCluster } from "../../../../apps/server/src/postgres/create-cluster.ts";
import { freePort } from "../../../../apps/server/src/postgres/free-port.ts";
import { embeddedPostgresBinaries } from "../../../../apps/server/src/postgres/postgres-binaries.ts";
import { type Postmaster, startPostmaster } from "../../../../apps/server/src/postgres/postmaster.ts";
import { giveTo, unprivilegedLaunch } from "../../../../apps/server/src/postgres/unprivileged-launch.ts";

/** A PostgreSQL of the campaign's own, every commit on disk, that may be killed. */
export interface OwnPostgres {
  readonly connectionString: string;
  /** `kill -9` of the postmaster: its children end by themselves, nothing is written down. */
  kill(): Promise<void>;
  /** Starts it again on the same port; resolves once it accepts connections. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function ownPostgres(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<OwnPostgres> {
  const quiet = () => undefined;
  const binaries = await embeddedPostgresBinaries(quiet);
  const cluster = path.join(folder, "cluster");
  const launch = await unprivilegedLaunch(cluster, binaries.initdb);
  const password = "campaign";
  await createCluster({ ...binaries, launch, cluster, superuser: "postgres", password, durable: true });
  await giveTo(launch.owner, cluster);
  const port = await freePort();
  const start = () =>
    startPostmaster({
      prefix: launch.prefix,
      program: binaries.postgres,
      cluster,
      port,
      logFile: path.join(folder, "postgres.log"),
      settings: { max_connections: "100", jit: "off", timezone: "UTC", max_wal_size: "1GB", ...settings },
      log: quiet,
    });
  let running: Postmaster = await start();
  return {
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    kill: async () => {
      process.kill(running.pid, "SIGKILL");
      await running.ended;
    },
    start: async () => {
      running = await start();
    },
    stop: () => running.stop(),
  };
}
