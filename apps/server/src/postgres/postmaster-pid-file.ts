import { execFileSync } from "node:child_process";
import { readFile, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "./process-identity.ts";

export interface PostmasterPidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What the running postmaster says about itself in `postmaster.pid`; `null` where there is no such file. */
export async function readPostmasterPidFile(cluster: string): Promise<PostmasterPidFile | null> {
  const text = await readFile(pidFile(cluster), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === "ready" };
}

/**
 * The postmaster that runs on this cluster, if one does. A pid file whose process is gone, or is by now some
 * other program with the same pid, is removed: PostgreSQL itself refuses to start in the second case.
 */
export async function runningPostmaster(cluster: string): Promise<PostmasterPidFile | null> {
  const found = await readPostmasterPidFile(cluster);
  if (!found) return null;
  if (isAlive(found.pid) && (await servesCluster(found.pid, cluster))) return found;
  await rm(pidFile(cluster), { force: true });
  return null;
}

/** A postmaster makes its cluster its working directory, which on Linux can be seen; elsewhere its arguments tell. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") {
    const [cwd, folder] = await Promise.all([
      realpath(`/proc/${pid}/cwd`).catch(() => ""),
      realpath(cluster).catch(() => cluster),
    ]);
    return cwd === folder;
  }
  if (process.platform === "win32") return true;
  try {
    const args = execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    return args.includes("postgres") && args.includes(cluster);
  } catch {
    return false;
  }
}

function pidFile(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}
