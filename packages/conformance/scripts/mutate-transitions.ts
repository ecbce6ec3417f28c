/**
 * Has Stryker change the engine's transitions piece by piece, in a copy, and counts the changes that its tests notice.
 *
 *     node packages/conformance/scripts/mutate-transitions.ts [--folder F] [--tests PATTERN] [FILE…]
 *
 * FILE is below `packages/engine/src`, with `*`; without one the files of TRANSITIONS are changed. PATTERN is below
 * `packages/engine`. The report is `reports/mutation.json` in folder F, by default a temporary one that is printed.
 * Stryker is installed there, at a fixed version: it is no dependency of the workspace, which it would double.
 */
import { spawnSync } from "node:child_process";
import {
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
import { parseArgs } from "node:util";
import { EngineCopy } from "../mutants/engine-copy.ts";

const STRYKER = ["@stryker-mutator/core@10.1.1", "@stryker-mutator/vitest-runner@10.1.1"];
/** Where a token goes, and when: the machine, what the coordinator does with its answers, joins and ends. */
const TRANSITIONS = ["machine/*.ts", "turn/follow.ts", "turn/finish.ts", "turn/join/*.ts"];
const ROOT = path.resolve(import.meta.dirname, "../../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: "string" },
    tests: { type: "string", default: "{src,test}/**/*.test.ts" },
  },
});
const folder = values.folder ?? mkdtempSync(path.join(os.tmpdir(), "flowright-stryker-"));
const files = positionals.length > 0 ? positionals : TRANSITIONS;
const copy = new EngineCopy(path.join(folder, "copy"));
try {
  install();
  writeFileSync(path.join(copy.folder, "vitest.config.mjs"), vitestConfig(values.tests));
  shortenProperties();
  writeFileSync(path.join(copy.folder, "stryker.config.json"), JSON.stringify(strykerConfig(), null, 2));
  const { status } = spawnSync(
    process.execPath,
    [path.join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run"],
    { cwd: copy.folder, stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
  if (status === 0) tell(JSON.parse(readFileSync(reportFile(), "utf8")) as Report);
} finally {
  copy.remove();
}

/** Beside the copy, with the workspace's own Vitest, so that tests and runner share one. */
function install(): void {
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  const words = ["install", "--no-audit", "--no-fund", "--legacy-peer-deps", "--save-exact", ...STRYKER];
  const { status } = spawnSync("npm", words, { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error("Stryker could not be installed");
  const own = path.join(folder, "node_modules/vitest");
  rmSync(own, { force: true });
  symlinkSync(path.join(ROOT, "node_modules/vitest"), own);
}

/** What a property finds by chance alone is no test of a place; with a few runs each change takes seconds. */
function shortenProperties(): void {
  const tests = path.join(copy.folder, "packages/engine");
  for (const name of readdirSync(tests, { recursive: true, encoding: "utf8" })) {
    if (!/^(src|test)\b.*\.test\.ts$/.test(name)) continue;
    const file = path.join(tests, name);
    writeFileSync(file, readFileSync(file, "utf8").replace(/numRuns: [\d_]+/g, "numRuns: 3"));
  }
}

function vitestConfig(tests: string): string {
  const include = [`packages/engine/${tests}`];
  // What measures time or counts runs, and the prover's own tests, tell nothing of transitions.
  const exclude = ["**/prove-*.test.ts", "**/state/table.test.ts", "**/rule-14-determinism.test.ts"];
  return `export default ${JSON.stringify({ test: { include, exclude, maxWorkers: 1, testTimeout: 60_000 } })};\n`;
}

function strykerConfig(): object {
  return {
    testRunner: "vitest",
    plugins: [path.join(folder, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    vitest: { configFile: "vitest.config.mjs", related: false },
    mutate: files.flatMap((file) => [`packages/engine/src/${file}`]).concat("!**/*.test.ts"),
    coverageAnalysis: "perTest",
    concurrency: 1,
    inPlace: true,
    // A copy of a problem's text says nothing of where a token goes.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignoreStatic: false,
    timeoutMS: 20_000,
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: reportFile() },
    allowEmpty: false,
    checkers: [],
    tempDirName: path.join(folder, "work"),
  };
}

function reportFile(): string {
  return path.join(folder, "reports/mutation.json");
}

interface Report {
  readonly files: {
    readonly [file: string]: {
      readonly source: string;
      readonly mutants: readonly {
        readonly mutatorName: string;
        readonly replacement?: string;
        readonly status: string;
        readonly location: { readonly start: { readonly line: number; readonly column: number } };
      }[];
    };
  };
}

/** Each file's count, then what no test noticed. */
function tell({ files: all }: Report): void {
  const rows = Object.entries(all).map(([file, { mutants }]) => {
    const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
    const noticed = count("Killed", "Timeout");
    const missed = count("Survived", "NoCoverage");
    return { file, noticed, missed, score: score(noticed, missed) };
  });
  console.table(rows);
  for (const [file, { mutants }] of Object.entries(all))
    for (const { status, location, mutatorName, replacement } of mutants)
      if (status === "Survived" || status === "NoCoverage")
        console.log(
          `${file}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement ?? ""}`,
        );
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
  const [noticed, missed] = [sum((row) => row.noticed), sum((row) => row.missed)];
  console.log(`${noticed} of ${noticed + missed} changes were noticed: ${score(noticed, missed)}`);
  console.log(`Report: ${reportFile()}`);
}

function score(noticed: number, missed: number): string {
  return noticed + missed === 0 ? "–" : `${((noticed / (noticed + missed)) * 100).toFixed(1)} %`;
}
