import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { CaseArchive, CaseRecord } from "@flowright/runtime";

/**
 * Keeps finished cases as lines of `FOLDER/WORKSPACE/YYYY-MM.ndjson`, by the month of their end. What it resolves is on
 * disk. A server that is killed in between writes a case twice; its id tells.
 */
export function caseArchive(folder: string): CaseArchive {
  return async (records) => {
    for (const [file, group] of Map.groupBy(records, fileOf)) {
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const handle = await open(target, "a", 0o600);
      try {
        await handle.appendFile(group.map((record) => `${JSON.stringify(record)}\n`).join(""));
        await handle.datasync();
      } finally {
        await handle.close();
      }
    }
  };
}

/** Ids of workspaces are plain, so one is a folder's name. */
function fileOf({ workspace, case: { endedAt } }: CaseRecord): string {
  return path.join(workspace, `${String(endedAt).slice(0, 7)}.ndjson`);
}

/** Where cases go that are exported before they are removed. */
export function archiveFolder(dataDir: string, env: NodeJS.ProcessEnv): string {
  return path.resolve(env.FLOWRIGHT_ARCHIVE?.trim() || path.join(dataDir, "archive"));
}
