import path from "node:path";
import { createCluster } from "../../../../apps/server/src/postgres/create-cluster.ts";
import { embeddedPostgresBinaries } from "../../../../apps/server/src/postgres/postgres-binaries.ts";
import { startPostmaster } from "../../../../apps/server/src/postgres/postmaster.ts";
import { giveTo, unprivilegedLaunch } from "../../../../apps/server/src/postgres/unprivileged-launch.ts";

const PASSWORD = "bench";

/** The built-in PostgreSQL, every commit on disk, with the settings that the server gives it. */
export async function startDurablePostgres(
  folder: string,
): Promise<{ readonly connectionString: string; readonly pid: number; stop(): Promise<void> }> {
  const binaries = await embeddedPostgresBinaries((line) => console.error(line));
  const cluster = path.join(folder, "cluster");
  const launch = await unprivilegedLaunch(cluster, binaries.initdb);
  await createCluster({
    ...binaries,
    launch,
    cluster,
    superuser: "postgres",
    password: PASSWORD,
    durable: true,
  });
  await giveTo(launch.owner, cluster);
  const postmaster = await startPostmaster({
    prefix: launch.prefix,
    program: binaries.postgres,
    cluster,
    logFile: path.join(folder, "postgres.log"),
    settings: {
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      max_connections: "200",
      shared_buffers: "128MB",
      max_wal_size: "2GB",
      jit: "off",
      timezone: "UTC",
    },
    log: (line) => console.error(line),
  });
  return {
    connectionString: `postgresql://postgres:${PASSWORD}@127.0.0.1:${postmaster.port}/postgres`,
    pid: postmaster.pid,
    stop: () => postmaster.stop(),
  };
}
