/**
 * Writes every committed generated file anew; with `--check`, fails and names the files that changed by it.
 *
 * A generator is a program that writes its files: `scripts/generate/*.ts` for those that belong to no package,
 * `packages/NAME/scripts/generate*.ts` and `apps/NAME/scripts/generate*.ts` for the others. They run one after
 * the other in the order of their paths.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sourceFiles } from "./gates/source-files.ts";

const GENERATOR = /^(scripts\/generate\/[^/]+|(packages|apps)\/[^/]+\/scripts\/generate[^/]*)\.ts$/;

export interface GenerateReport {
  readonly generators: readonly string[];
  /** The files that a generator wrote differently from what was there. */
  readonly changed: readonly string[];
}

export function generate(root: string): GenerateReport {
  const generators = sourceFiles(root)
    .filter((file) => GENERATOR.test(file) && !/\.test\.ts$/.test(file))
    .sort();
  const before = fingerprints(root);
  for (const generator of generators) {
    const run = spawnSync(process.execPath, [generator], { cwd: root, stdio: "inherit" });
    if (run.status !== 0) throw new Error(`${generator} failed with exit code ${run.status}`);
  }
  const after = fingerprints(root);
  const all = new Set([...before.keys(), ...after.keys()]);
  return { generators, changed: [...all].filter((file) => before.get(file) !== after.get(file)).sort() };
}

function fingerprints(root: string): Map<string, string> {
  return new Map(
    sourceFiles(root).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(path.join(root, file)))
        .digest("hex"),
    ]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { generators, changed } = generate(path.resolve(import.meta.dirname, ".."));
  const check = process.argv.includes("--check");
  for (const file of changed)
    console.log(check ? `${file}: was not what its generator writes` : `${file}: written`);
  console.log(`${generators.length} generators, ${changed.length} files changed`);
  process.exitCode = check && changed.length > 0 ? 1 : 0;
}
