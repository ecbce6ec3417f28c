/**
 * Gate: what a page has to fetch before it shows something, gzipped. Builds the viewer as an embedder would and the
 * studio, into a folder that is thrown away.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { bundleAt } from "./sizes/bundle.ts";
import { told, tooHeavy, weigh } from "./sizes/marks.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

function build(folder: string, args: readonly string[], outDir: string): void {
  const vite = path.join(ROOT, folder, "node_modules/vite/bin/vite.js");
  const options = ["build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error", ...args];
  const made = spawnSync(process.execPath, [vite, ...options], {
    cwd: path.join(ROOT, folder),
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`${folder} cannot be built:\n${made.stdout}${made.stderr}`);
}

const out = mkdtempSync(path.join(os.tmpdir(), "flowright-sizes-"));
try {
  const [viewer, studio] = [path.join(out, "viewer"), path.join(out, "studio")];
  build("packages/designer", ["--config", "scripts/viewer-bundle.ts"], viewer);
  build("apps/studio", ["--manifest"], studio);
  const weighed = weigh(bundleAt(viewer), bundleAt(studio));
  for (const each of weighed) console.log(told(each));
  const faults = tooHeavy(weighed);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(out, { recursive: true, force: true });
}
