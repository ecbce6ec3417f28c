import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { processStartTime } from "./process-identity.ts";

export interface DataFolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/**
 * Makes this process the only server on a data folder. The lock file names its holder by pid and start time, so
 * a file left by a killed process (whose pid may by now belong to something else) is recognised and taken over.
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  const file = path.join(folder, "server.lock");
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(notWritable(folder));
  const self: Holder = { pid: process.pid, started: processStartTime(process.pid) ?? "unknown" };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await createExclusively(file, JSON.stringify(self), folder)) {
      return { release: () => releaseIfOurs(file, self) };
    }
    const text = await readFile(file, "utf8").catch(() => null);
    if (text === null) continue;
    const holder = parseHolder(text);
    if (holder && processStartTime(holder.pid) === holder.started) {
      throw new ProgramProblem("data.in-use", { pid: holder.pid, folder });
    }
    await removeStale(file, text);
  }
  throw new ProgramProblem("data.in-use", { pid: "?", folder });
}

/** Written under another name and linked, so nobody ever reads half a lock. */
async function createExclusively(file: string, content: string, folder: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, "w", 0o600).catch(notWritable(folder));
  await handle.writeFile(content).finally(() => handle.close());
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Moves a stale lock aside. Two starters may both have found it stale, and the slower one may have moved the
 * faster one's fresh lock: the content tells, and then it is put back.
 */
async function removeStale(file: string, staleContent: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => null);
  if (moved !== null && moved !== staleContent) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function releaseIfOurs(file: string, self: Holder): Promise<void> {
  const holder = parseHolder(await readFile(file, "utf8").catch(() => ""));
  if (holder?.pid === self.pid && holder.started === self.started) await rm(file, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { pid, started } = value as Partial<Holder>;
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : null;
  } catch {
    return null;
  }
}

function notWritable(folder: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === "ENOSPC") throw new ProgramProblem("data.disk-full", { folder });
    throw new ProgramProblem("data.not-writable", { folder, reason: error.message });
  };
}
