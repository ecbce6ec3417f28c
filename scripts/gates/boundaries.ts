/**
 * Gate: who imports whom, and no cycles. The rules are in `.dependency-cruiser.cjs`.
 *
 * dependency-cruiser passes silently when it can read nothing (a compiler it does not know, a wrong glob), so
 * this gate also compares what it read with what is there.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sourceFiles } from "./source-files.ts";

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
}

export interface BoundaryReport {
  /** Source files that were read. */
  readonly read: number;
  /** One line for each violation, `rule: from → to`. */
  readonly violations: readonly string[];
}

const ROOMS = ["packages", "apps", "examples", "schemas", "scripts"];

export function boundaries(root: string): BoundaryReport {
  const files = sourceFiles(root);
  const rooms = ROOMS.filter((room) => files.some((file) => file.startsWith(`${room}/`)));
  const result = cruise(root, rooms);
  const read = new Set(result.modules.map((module) => module.source));
  const expected = files.filter(
    (file) => isSource(file) && rooms.some((room) => file.startsWith(`${room}/`)),
  );
  const unread = expected.filter((file) => !read.has(file));
  return {
    read: expected.length - unread.length,
    violations: [
      ...result.summary.violations.map(({ rule, from, to, cycle }) =>
        cycle
          ? `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(" → ")}`
          : `${rule.name}: ${from} → ${to}`,
      ),
      ...unread.map((file) => `not-read: ${file} was not looked at, so nothing is known about it`),
    ],
  };
}

function isSource(file: string): boolean {
  return /\.(ts|tsx|mts)$/.test(file) && !/\.d\.ts$/.test(file) && !/\/dist\//.test(file);
}

function cruise(root: string, rooms: readonly string[]): CruiseResult {
  const bin = path.resolve(
    import.meta.dirname,
    "../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
  );
  const run = spawnSync(
    process.execPath,
    [bin, "--config", ".dependency-cruiser.cjs", "-T", "json", ...rooms],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 256_000_000,
    },
  );
  try {
    return JSON.parse(run.stdout) as CruiseResult;
  } catch {
    throw new Error(`dependency-cruiser gave no result: ${run.stderr || run.stdout}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const report = boundaries(path.resolve(import.meta.dirname, "../.."));
  for (const line of report.violations) console.error(line);
  console.log(`${report.read} files read, ${report.violations.length} violations`);
  process.exitCode = report.violations.length > 0 || report.read === 0 ? 1 : 0;
}
