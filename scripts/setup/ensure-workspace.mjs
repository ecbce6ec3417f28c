import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explainFailure } from "./explain-failure.mjs";
import { say } from "./messages.mjs";
import { runQuietly } from "./run-command.mjs";
import { Explained, step } from "./step.mjs";

const PNPM = "pnpm@12.21.0";
const OLDEST_NODE = 20;

export const ROOT = path.resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");

/** The Node of the workspace, which is the one everything after the set-up runs on. */
export const WORKSPACE_NODE = path.join(
  ROOT,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Makes sure that the packages of this very lockfile are installed. Quick when they are. */
export async function ensureWorkspace() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE) throw new Explained(say("nodeTooOld", { version: process.versions.node }));
  const wanted = fingerprint();
  const stamp = path.join(ROOT, "node_modules/.flowright-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(WORKSPACE_NODE)) return;
  await step(say("install"), async (report) => {
    const result = await runQuietly(
      "npx",
      ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only"],
      // CI=true: pnpm must not ask before it replaces a node_modules of another layout.
      {
        cwd: ROOT,
        env: { ...process.env, CI: "true", npm_config_update_notifier: "false" },
        onLine: progress(report),
      },
    );
    if (result.code !== 0) throw explainFailure(result);
  });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"])
    hash.update(readFileSync(path.join(ROOT, file)));
  return hash.update(`${process.platform}-${process.arch}`).digest("hex");
}

/**
 * pnpm's own progress, "Progress: resolved 812, reused 0, downloaded 455, added 300", and the big downloads.
 * @param {(detail: string) => void} report
 */
function progress(report) {
  return (/** @type {string} */ line) => {
    if (/^(Progress|Downloading)/.test(line)) report(line.replace(/^Progress: /, ""));
  };
}
