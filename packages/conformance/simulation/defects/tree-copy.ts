import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../../..");
/** Everything that a world is made of. */
const PACKAGES = [
  "client",
  "conformance",
  "connectors",
  "decisions",
  "definition",
  "engine",
  "expressions",
  "forms",
  "runtime",
  "scenarios",
  "templates",
];
/** The code around a defect may change a little without making the patch useless. */
const LENIENT = ["apply", "-C1"];

/** One seeded defect: a patch against the root of the repository. */
export interface Defect {
  readonly name: string;
  readonly file: string;
}

/** All seeded defects, by name; the name begins with what is broken. */
export function defects(): Defect[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".patch"))
    .sort()
    .map((name) => ({ name: name.replace(/\.patch$/, ""), file: path.join(import.meta.dirname, name) }));
}

/** Why the patches do not apply to the checkout as it stands; nothing is written. Empty where they do. */
export function unfit(all: readonly Defect[]): string[] {
  return all.flatMap(({ name, file }) => {
    const said = git(ROOT, [...LENIENT, "--check", file]);
    return said === null ? [] : [`${name}: ${said}`];
  });
}

/** A copy of the product and of the simulation in a temporary folder, to plant defects in. */
export class TreeCopy {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "flowright-defects-"));

  constructor() {
    for (const name of ["package.json", "tsconfig.json", "tsconfig.base.json", "schemas"])
      cpSync(path.join(ROOT, name), path.join(this.folder, name), {
        recursive: true,
        verbatimSymlinks: true,
      });
    for (const name of PACKAGES) {
      mkdirSync(path.join(this.folder, "packages"), { recursive: true });
      cpSync(path.join(ROOT, "packages", name), path.join(this.folder, "packages", name), {
        recursive: true,
        // The links to other packages lead into the copy again.
        verbatimSymlinks: true,
        filter: (from) => !/\/(test|bench|mutants|dist)$/.test(from) || from.includes("/node_modules/"),
      });
    }
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.folder, "node_modules"));
  }

  /** Runs worlds with the defect in them until a rule is violated; null where none was. */
  seedsNeeded(defect: Defect, most: number): { readonly seeds: number; readonly rule: string } | null {
    this.#apply(defect, []);
    try {
      const main = path.join(this.folder, "packages/conformance/simulation/main.ts");
      const run = spawnSync(process.execPath, [main, "--seeds", String(most)], { encoding: "utf8" });
      const found = /^seed \d+: (?:violated: )?(.+?)(?: \(.*\))?, after (\d+) worlds$/m.exec(run.stdout);
      if (found) return { rule: found[1] ?? "", seeds: Number(found[2]) };
      if (run.status === 0) return null;
      throw new Error(`${defect.name}: the worlds do not run: ${run.stderr.slice(-2_000)}`);
    } finally {
      this.#apply(defect, ["--reverse"]);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #apply({ name, file }: Defect, more: readonly string[]): void {
    const said = git(this.folder, [...LENIENT, ...more, file]);
    if (said !== null) throw new Error(`${name} does not apply any more: ${said}`);
  }
}

function git(cwd: string, words: readonly string[]): string | null {
  const { status, stderr } = spawnSync("git", words, { cwd, encoding: "utf8" });
  return status === 0 ? null : stderr.trim();
}
