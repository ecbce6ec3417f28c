import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8");
const GUIDE = read("../../docs/guides/embedding.md");

function propsIn(file: string, name: string): string[] {
  const body = new RegExp(`export interface ${name} \\{\\n(.*?)\\n\\}`, "s").exec(read(file))?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, prop]) => prop ?? "");
}

test.each([
  ["src/FlowDesigner.tsx", "FlowDesignerProps"],
  ["src/viewer/FlowViewer.tsx", "FlowViewerProps"],
])("every prop of %s is in the guide", (file, name) => {
  const props = propsIn(file, name);
  expect(props.length).toBeGreaterThan(8);
  expect(props.filter((prop) => !new RegExp(`\`${prop}[\`(]`).test(GUIDE))).toEqual([]);
});

test("every variable of the style sheet is in the guide", () => {
  const variables = new Set(
    [...read("src/style/tokens.css").matchAll(/(--fw-[\w-]+):/g)].map(([, name]) => name ?? ""),
  );
  const missing = [...variables].filter((name) => !GUIDE.includes(`\`${name.replace(/-soft$/, "")}\``));
  expect(variables.size).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});
