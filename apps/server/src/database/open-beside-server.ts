import { readFile } from "node:fs/promises";
import path from "node:path";
import { lockDataFolder } from "../postgres/data-folder-lock.ts";
import { runningPostmaster } from "../postgres/postmaster-pid-file.ts";
import type { Settings } from "../settings/read-settings.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { type OpenedDatabase, openDatabase } from "./open-database.ts";

/**
 * The database of these settings, whether a server works with it or not: that of a running server on the same data
 * folder is joined, otherwise the embedded one is started under the folder's lock. For commands that only look, or
 * change what a server may see changed.
 *
 * @throws ProgramProblem as `openDatabase`
 */
export async function openBesideServer(
  settings: Pick<Settings, "databaseUrl" | "dataDir">,
  log: (line: string) => void,
): Promise<Pick<OpenedDatabase, "connectionString" | "stop">> {
  if (settings.databaseUrl) return await openDatabase(settings, log);
  try {
    const lock = await lockDataFolder(settings.dataDir);
    const database = await openDatabase(settings, log).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
    return {
      connectionString: database.connectionString,
      stop: async () => {
        await database.stop();
        await lock.release();
      },
    };
  } catch (error) {
    if (!(error instanceof ProgramProblem && error.code === "data.in-use")) throw error;
    const joined = await addressOfRunning(settings.dataDir);
    if (joined === null) throw error;
    return { connectionString: joined, stop: () => Promise.resolve() };
  }
}

async function addressOfRunning(dataDir: string): Promise<string | null> {
  const running = await runningPostmaster(path.join(dataDir, "postgres"));
  const password = await readFile(path.join(dataDir, "postgres.password"), "utf8").catch(() => null);
  if (!running?.ready || password === null) return null;
  return `postgresql://flowright:${password.trim()}@127.0.0.1:${running.port}/flowright`;
}
