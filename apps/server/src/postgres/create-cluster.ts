import { chown, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { postgresEnvironment } from "./postgres-environment.ts";
import { runProgram } from "./run-program.ts";
import type { UnprivilegedLaunch } from "./unprivileged-launch.ts";

export interface ClusterOptions {
  readonly initdb: string;
  readonly major: number;
  readonly launch: UnprivilegedLaunch;
  /** The folder to create; its parent exists. */
  readonly cluster: string;
  readonly superuser: string;
  readonly password: string;
  /** Whether to force the new files to disk; only tests may say no. */
  readonly durable: boolean;
}

/**
 * Creates a database cluster: all or nothing. initdb writes into `CLUSTER.tmp`, which gets its name when it is
 * complete and on disk, so a power cut or a Ctrl-C never leaves half a cluster behind.
 */
export async function createCluster(options: ClusterOptions): Promise<void> {
  const { cluster, launch } = options;
  const folder = `${cluster}.tmp`;
  const passwordFile = `${cluster}.pwfile`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (launch.owner !== null) {
    await Promise.all(
      [folder, passwordFile].map((file) => chown(file, launch.owner as number, launch.owner as number)),
    );
  }
  const result = await runProgram(
    [
      ...launch.prefix,
      ...[options.initdb, "-D", folder, "-U", options.superuser, `--pwfile=${passwordFile}`],
      ...["--auth=scram-sha-256", "--encoding=UTF8", ...localeOf(options.major)],
      ...(options.durable ? [] : ["--no-sync"]),
    ],
    postgresEnvironment(),
  );
  await rm(passwordFile, { force: true });
  if (result.code !== 0) {
    await rm(folder, { recursive: true, force: true });
    if (/No space left/i.test(result.output)) throw new ProgramProblem("data.disk-full", { folder: cluster });
    throw new ProgramProblem("postgres.initdb.failed", { folder: cluster, output: lastLines(result.output) });
  }
  await rename(folder, cluster);
  if (options.durable) await syncFolder(path.dirname(cluster));
}

/** The same order of texts on every machine; ICU and libc differ between versions and would corrupt indexes. */
function localeOf(major: number): string[] {
  return major >= 17
    ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    : ["--locale-provider=libc", "--locale=C.UTF-8"];
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

function lastLines(output: string): string {
  return output.split("\n").slice(-6).join("\n");
}
