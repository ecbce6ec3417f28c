import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BoundaryReport, boundaries } from "./boundaries.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A small house with one violation of every kind, each in a file that is named after it. */
const PLANTED: Record<string, string> = {
  "packages/expressions/src/index.ts": "export const expressions = 1;",
  "packages/expressions/src/upward.ts": 'import "@flowright/engine";',
  "packages/decisions/src/index.ts": 'import "@flowright/expressions";',
  "packages/decisions/src/upward.ts": 'import "@flowright/definition";',
  "packages/definition/src/index.ts": 'import "@flowright/expressions";\nexport type Definition = string;',
  "packages/definition/src/type-only-upward.ts":
    'import type { Engine } from "@flowright/engine";\nexport type X = Engine;',
  "packages/engine/src/index.ts": 'import "@flowright/definition";\nexport type Engine = string;',
  "packages/engine/src/builtin.ts": 'import "node:fs";',
  "packages/engine/src/xstate-outside.ts": 'import "xstate";',
  "packages/engine/src/machine/xstate-inside.ts": 'import "xstate";',
  "packages/engine/src/cycle-a.ts": 'import "./cycle-b.ts";',
  "packages/engine/src/cycle-b.ts": 'import "./cycle-a.ts";',
  "packages/engine/src/dangling.ts": 'import "./nowhere.ts";',
  "packages/scenarios/src/sideways.ts": 'import "@flowright/forms";',
  "packages/forms/src/index.ts": 'import "@flowright/engine";',
  "packages/designer/src/mantine.ts": 'import "@mantine/core";',
  "packages/client/src/index.ts": 'import "@flowright/engine";',
  "packages/runtime/src/index.ts": 'import "@flowright/client";\nimport "node:crypto";',
  "packages/runtime/src/outbound.ts": 'import "node:https";',
  "packages/runtime/src/undici.ts": 'import "undici";',
  "packages/connectors/src/allowed.ts":
    'import "undici";\nimport "node:https";\nimport "@flowright/runtime";',
  "packages/fastify/src/sideways.ts": 'import "../../connectors/src/allowed.ts";',
  "apps/server/src/app.ts": 'import "../../studio/src/studio.ts";',
  "apps/studio/src/studio.ts": 'import "@flowright/client";',
  "packages/conformance/src/all.ts": 'import "@flowright/runtime";',
  "apps/server/src/script.ts": 'import "../../../scripts/script.ts";',
  "scripts/script.ts": "export {};",
};

let house: string;
let report: BoundaryReport;

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), "flowright-boundaries-"));
  for (const [file, text] of Object.entries(PLANTED)) write(file, `${text}\n`);
  for (const name of ["expressions", "definition", "engine", "forms", "client", "runtime"]) {
    write(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@flowright/${name}`, exports: "./src/index.ts" }),
    );
    mkdirSync(path.join(house, "node_modules/@flowright"), { recursive: true });
    symlinkSync(path.join(house, "packages", name), path.join(house, "node_modules/@flowright", name));
  }
  for (const name of ["xstate", "undici", "@mantine/core"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, exports: "./index.js" }));
    write(`node_modules/${name}/index.js`, "export {};\n");
  }
  write(".gitignore", "node_modules\n");
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "tsconfig.base.json"]) {
    cpSync(path.join(ROOT, file), path.join(house, file));
  }
  execFileSync("git", ["init", "-q"], { cwd: house });
  report = boundaries(house);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("boundaries: each planted violation is found", () => {
  test.each([
    ["layer-expressions: packages/expressions/src/upward.ts → packages/engine/src/index.ts"],
    ["layer-decisions: packages/decisions/src/upward.ts → packages/definition/src/index.ts"],
    ["layer-definition: packages/definition/src/type-only-upward.ts → packages/engine/src/index.ts"],
    ["no-builtin-in-browser-safe: packages/engine/src/builtin.ts → fs"],
    ["xstate-only-in-engine-machine: packages/engine/src/xstate-outside.ts → node_modules/xstate/index.js"],
    ["no-unresolvable: packages/engine/src/dangling.ts → ./nowhere.ts"],
    ["layer-scenarios: packages/scenarios/src/sideways.ts → packages/forms/src/index.ts"],
    ["designer-without-mantine: packages/designer/src/mantine.ts → node_modules/@mantine/core/index.js"],
    ["outbound-only-in-connectors: packages/runtime/src/outbound.ts → https"],
    ["outbound-only-in-connectors: packages/runtime/src/undici.ts → node_modules/undici/index.js"],
    ["layer-fastify: packages/fastify/src/sideways.ts → packages/connectors/src/allowed.ts"],
    ["layer-apps-server: apps/server/src/app.ts → apps/studio/src/studio.ts"],
    ["nobody-imports-scripts: apps/server/src/script.ts → scripts/script.ts"],
  ])("%s", (line) => {
    expect(report.violations).toContain(line);
  });

  test("a cycle is found, wherever it is entered", () => {
    expect(
      report.violations.filter((line) => line.startsWith("no-cycle: packages/engine/src/cycle-")),
    ).not.toEqual([]);
  });

  test("and nothing else: the allowed imports pass", () => {
    const cycles = report.violations.filter((line) => line.startsWith("no-cycle"));
    expect(report.violations.length - cycles.length).toBe(13);
  });

  test("every file was read", () => {
    expect(report.read).toBe(Object.keys(PLANTED).length);
  });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}
