import { expect, test } from "vitest";
import type { House } from "./rules/house.ts";
import { tidy } from "./tidy.ts";

function houseOf(files: Record<string, string>): House {
  return { files: Object.keys(files), read: (file) => files[file] ?? "" };
}

test.each([
  ["a vague file name", { "packages/x/src/utils.ts": "" }, /says nothing/],
  ["a vague test name", { "packages/x/src/helpers.test.ts": "" }, /says nothing/],
  ["a vague folder", { "packages/x/src/shared/clock.ts": "" }, /folder "shared"/],
  ["camelCase", { "packages/x/src/taskList.ts": "" }, /kebab-case/],
  ["PascalCase without a component", { "packages/x/src/TaskList.ts": "" }, /React components/],
  ["a note to do it later", { "packages/x/src/a.ts": `// ${"TO"}DO: later` }, /a\.ts:1: do it/],
  [
    "a test left out",
    { "packages/x/src/a.test.ts": `\ntest.${"skip"}("x", () => {});` },
    /a\.test\.ts:2: a test/,
  ],
  [
    "a test that silences the others",
    { "packages/x/src/a.test.ts": `it.${"only"}("x", () => {});` },
    /a test/,
  ],
  [
    "a body that only throws",
    { "packages/x/src/a.ts": `throw new Error("not ${"implemented"}")` },
    /finish it/,
  ],
  ["a machine's path", { "docs/a.md": `see "${"/home"}/lin/x"` }, /path of one machine/],
  ["the clock in the engine", { "packages/engine/src/a.ts": "const a = Date.now();" }, /Date\.now/],
  ["the clock by another name", { "packages/engine/src/a.ts": "const { now } = Date;" }, /Date\.now/],
  ["the clock through the global", { "packages/engine/src/a.ts": "globalThis.Date.now()" }, /globalThis/],
  ["a new date in expressions", { "packages/expressions/src/a.ts": "const a = new Date();" }, /new Date/],
  ["the clock in decisions", { "packages/decisions/src/a.ts": "const a = Date.now();" }, /Date\.now/],
  ["chance in the engine", { "packages/engine/src/a.ts": "Math.random()" }, /Math\.random/],
  ["async in the engine", { "packages/engine/src/a.ts": "async function a() {}" }, /async/],
  ["a promise in the engine", { "packages/engine/src/a.ts": "Promise.resolve(1)" }, /Promise/],
])("tidy finds %s", (_, files, expected) => {
  const violations = tidy(houseOf(files as unknown as Record<string, string>));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatch(expected);
});

test("tidy finds a folder of more than 15 files, not counting tests", () => {
  const names = Array.from({ length: 15 }, (_, index) => `packages/x/src/part-${index}.ts`);
  const tests = names.map((name) => name.replace(".ts", ".test.ts"));
  expect(tidy(houseOf(Object.fromEntries([...names, ...tests].map((name) => [name, ""]))))).toEqual([]);
  const crowded = [...names, "packages/x/src/one-more.ts"];
  expect(tidy(houseOf(Object.fromEntries(crowded.map((name) => [name, ""]))))).toEqual([
    "packages/x/src: 16 files, at most 15; group them into folders",
  ]);
});

test("tidy lets pass what is allowed", () => {
  const files = {
    "packages/engine/src/step.ts": "export const at = (text: string) => new Date(text); // a date from data",
    "packages/engine/src/step.test.ts": "const seed = Date.now();",
    "packages/designer/src/FlowDesigner.tsx": "",
    "packages/x/vite.config.ts": "",
  };
  expect(tidy(houseOf(files))).toEqual([]);
});
