import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
  // Built beside and put in place when complete, so that a server that runs meanwhile always has a studio to show.
  const draft = path.join(studio, `dist-${process.pid}`);
  await step(say("studio"), async () => {
    const build = ["node_modules/vite/bin/vite.js", "build", "--outDir", draft, "--emptyOutDir"];
    const result = await runQuietly(WORKSPACE_NODE, build, { cwd: studio });
    if (result.code !== 0) {
      rmSync(draft, { recursive: true, force: true });
      throw explainFailure(result);
    }
  });
  writeFileSync(path.join(draft, ".source-stamp"), wanted);
  rmSync(path.dirname(stamp), { recursive: true, force: true });
  renameSync(draft, path.dirname(stamp));
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
