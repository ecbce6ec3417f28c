/** Every gate that is a program of somebody else is run once on a house with a violation in it. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "../generate.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CONFIGURATION = [
  "biome.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "knip.json",
  "package.json",
  ".gitignore",
];

let house: string;

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), "flowright-planted-"));
  for (const file of CONFIGURATION) cpSync(path.join(ROOT, file), path.join(house, file));
  symlinkSync(path.join(ROOT, "node_modules"), path.join(house, "node_modules"));
  execFileSync("git", ["init", "-q"], { cwd: house });
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test("format: a file written otherwise", () => {
  plant("packages/engine/src/format.ts", "export const a   = 'x'\n");
  expect(run("biome", ["format", "packages/engine/src/format.ts"])).toMatchObject({
    failed: true,
    output: expect.stringContaining("format.ts"),
  });
});

test.each([
  ["a built-in of Node", 'import "node:fs";\n', "noNodejsModules"],
  ["a timer", "setTimeout(() => {}, 1);\n", "noRestrictedGlobals"],
  ["the network", 'fetch("/");\n', "noRestrictedGlobals"],
  ["chance", "export const id = crypto.randomUUID();\n", "noRestrictedGlobals"],
])("lint: %s in the pure core", (_, text, rule) => {
  for (const room of ["engine", "decisions", "expressions"]) {
    const file = `packages/${room}/src/impure.ts`;
    plant(file, text);
    expect(run("biome", ["lint", file])).toMatchObject({
      failed: true,
      output: expect.stringContaining(rule),
    });
    plant(`packages/${room}/src/impure.test.ts`, text);
    expect(run("biome", ["lint", `packages/${room}/src/impure.test.ts`]).failed).toBe(false);
  }
});

test("lint: the network in the runtime", () => {
  plant("packages/runtime/src/outbound.ts", 'fetch("/");\n');
  expect(run("biome", ["lint", "packages/runtime/src/outbound.ts"]).failed).toBe(true);
});

test("lint: any, and a test that silences the others", () => {
  plant("packages/runtime/src/any.ts", "export const a: any = 1;\n");
  plant(
    "packages/runtime/src/focus.test.ts",
    `import { test } from "vitest";\ntest.${"only"}("x", () => {});\n`,
  );
  expect(run("biome", ["lint", "packages/runtime/src/any.ts"]).output).toContain("noExplicitAny");
  expect(run("biome", ["lint", "packages/runtime/src/focus.test.ts"]).output).toContain("noFocusedTests");
});

test("types: an undefined that was not expected", () => {
  plant("packages/forms/src/index.ts", "const list: number[] = [];\nexport const first: number = list[0];\n");
  const result = run("tsc", ["--noEmit", "--incremental", "false", "-p", "tsconfig.json"]);
  expect(result.failed).toBe(true);
  expect(result.output).toContain("packages/forms/src/index.ts(2,14): error TS2322");
});

test("unused code: a file, an export and a dependency that nobody uses", () => {
  plant(
    "packages/client/package.json",
    JSON.stringify({ name: "@flowright/client", exports: "./src/index.ts", dependencies: { undici: "*" } }),
  );
  plant("packages/client/src/index.ts", 'import "./used.ts";\n');
  plant("packages/client/src/used.ts", "export const unusedExport = 1;\n");
  plant("packages/client/src/orphan.ts", "export {};\n");
  plant("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  const { failed, output } = run("knip", ["--no-progress", "--workspace", "packages/client"]);
  expect(failed).toBe(true);
  expect(output).toContain("packages/client/src/orphan.ts");
  expect(output).toContain("unusedExport");
  expect(output).toContain("undici");
});

test("generated files: one that was changed by hand", () => {
  plant(
    "scripts/generate/greeting.ts",
    'import { writeFileSync } from "node:fs";\nwriteFileSync("greeting.txt", "hi");\n',
  );
  plant("greeting.txt", "changed by hand");
  expect(generate(house)).toEqual({
    generators: ["scripts/generate/greeting.ts"],
    changed: ["greeting.txt"],
  });
  expect(generate(house).changed).toEqual([]);
});

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

function run(bin: string, args: readonly string[]): { failed: boolean; output: string } {
  const result = spawnSync(path.join(ROOT, "node_modules/.bin", bin), args, {
    cwd: house,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { failed: result.status !== 0, output: `${result.stdout}${result.stderr}` };
}
