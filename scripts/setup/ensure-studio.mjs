import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT, WORKSPACE_NODE } from "./ensure-workspace.mjs";
import { explainFailure } from "./explain-failure.mjs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run-command.mjs";
import { sourceStamp } from "./source-stamp.mjs";
import { step } from "./step.mjs";

/** Builds the studio unless the build of exactly these sources is there. */
export async function ensureStudio() {
  const studio = path.join(ROOT, "apps/studio");
  const stamp = path.join(studio, "dist/.source-stamp");
  const wanted = sourceStamp(ROOT, [
    "pnpm-lock.yaml",
    "tsconfig.base.json",
    ...workspaceFolders("apps/studio"),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step(say("studio"), async () => {
    const result = await runQuietly(WORKSPACE_NODE, ["node_modules/vite/bin/vite.js", "build"], {
      cwd: studio,
    });
    if (result.code !== 0) throw explainFailure(result);
  });
  writeFileSync(stamp, wanted);
}

/**
 * A folder of the workspace and those of the workspace packages it stands on, directly or not.
 * @param {string} folder
 * @param {Set<string>} [seen]
 * @returns {string[]}
 */
function workspaceFolders(folder, seen = new Set()) {
  if (seen.has(folder)) return [];
  seen.add(folder);
  const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, "package.json"), "utf8"));
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const room = name.replace(/^@flowright\//, "");
    if (room === name) continue;
    workspaceFolders(room === "schemas" ? room : `packages/${room}`, seen);
  }
  return [...seen].sort();
}
