import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const PACKAGES = ["expressions", "decisions", "definition", "engine"];
/** Without the database that the whole suite sets up, since the engine needs none. */
const CONFIG = `export default { test: { include: ["packages/engine/{src,test}/**/*.test.ts"], bail: 1,
  maxWorkers: 1, testTimeout: 60000 } };\n`;
/** Milliseconds; a defect may well make a test run for ever, which is noticed, too. */
const LONGEST_RUN = 1_200_000;
/** The code around a defect may change a little without making the patch useless. */
const LENIENT = ["apply", "-C1"];

/** One seeded defect: a patch against the root of the repository. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** The test file that is known to fail, from the root of the repository; null where none is named. */
  readonly noticedBy: string | null;
}

/** All seeded defects, by name; the name begins with the number of the rule that is broken. */
export function mutants(): Mutant[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".patch"))
    .sort()
    .map((name) => {
      const file = path.join(import.meta.dirname, name);
      const [, noticedBy = null] = /^Noticed by: (\S+)$/m.exec(readFileSync(file, "utf8")) ?? [];
      return { name, file, noticedBy };
    });
}

/** Why the patches do not apply to the checkout as it stands; nothing is written. Empty where they do. */
export function unfit(all: readonly Mutant[]): string[] {
  return all.flatMap(({ name, file }) => {
    const said = git(ROOT, [...LENIENT, "--check", file]);
    return said === null ? [] : [`${name}: ${said}`];
  });
}

/** A copy of the engine and of what it needs, in a temporary folder, to plant defects in. */
export class EngineCopy {
  readonly folder: string;

  /** In a new folder, or in a temporary one of its own. */
  constructor(folder?: string) {
    this.folder = folder ?? mkdtempSync(path.join(os.tmpdir(), "flowright-mutants-"));
    mkdirSync(this.folder, { recursive: true });
    for (const name of ["package.json", "tsconfig.json", "tsconfig.base.json"])
      cpSync(path.join(ROOT, name), path.join(this.folder, name));
    for (const name of PACKAGES)
      cpSync(path.join(ROOT, "packages", name), path.join(this.folder, "packages", name), {
        recursive: true,
        // The links to other packages lead into the copy again.
        verbatimSymlinks: true,
      });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.folder, "node_modules"));
    writeFileSync(path.join(this.folder, "vitest.config.mjs"), CONFIG);
  }

  /** Does something to the copy with the defect in it, and takes the defect out again. */
  with<T>({ name, file }: Mutant, what: () => T): T {
    this.#apply(name, [file]);
    try {
      return what();
    } finally {
      this.#apply(name, ["--reverse", file]);
    }
  }

  /** Whether the named test files pass, or all of the engine's. */
  passes(...files: readonly string[]): boolean {
    const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
    const run = spawnSync(process.execPath, [vitest, "run", "--reporter=dot", ...files], {
      cwd: this.folder,
      encoding: "utf8",
      timeout: LONGEST_RUN,
      // A test run of its own, whatever runs around it.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST"))),
    });
    return run.status === 0;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #apply(name: string, more: readonly string[]): void {
    const said = git(this.folder, [...LENIENT, ...more]);
    if (said !== null) throw new Error(`${name} does not apply any more: ${said}`);
  }
}

function git(cwd: string, words: readonly string[]): string | null {
  const { status, stderr } = spawnSync("git", words, { cwd, encoding: "utf8" });
  return status === 0 ? null : stderr.trim();
}
