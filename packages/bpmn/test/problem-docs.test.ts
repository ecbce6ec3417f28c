import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EXPORT_PROBLEMS } from "../src/export/export-problems.ts";
import { OWN_PROBLEMS } from "../src/extension/own-problems.ts";
import { GUARD_PROBLEMS } from "../src/guard/guard-problems.ts";
import { IMPORT_PROBLEMS } from "../src/import/import-problems.ts";
import { BPMN_RULES } from "../src/rules/check-rules.ts";

const PAGE = path.resolve(import.meta.dirname, "../../../docs/reference/bpmn-problems.md");

test("the reference page lists exactly the codes that are said of BPMN files", () => {
  const documented = [...readFileSync(PAGE, "utf8").matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  const said = [GUARD_PROBLEMS, IMPORT_PROBLEMS, OWN_PROBLEMS, EXPORT_PROBLEMS, BPMN_RULES];
  expect(documented.sort()).toEqual(said.flatMap((family) => Object.keys(family)).sort());
});

/** Sections that the outlines of the standard have, by number. */
const SECTIONS = new Set([
  ...["7.6.1", "7.6.2", "8.3.1", "8.4.9", "8.4.13", "9.4", "10.3.5", "10.3.8", "10.4.1"],
  ...["10.5.2", "10.5.3", "10.5.4", "10.5.5", "10.6.2", "10.6.6", "10.7.1", "10.7.2", "10.8"],
]);

test("every rule names a section that the standard has", () => {
  const named = Object.values(BPMN_RULES).map(({ section }) => section);
  expect(named.filter((section) => !SECTIONS.has(section))).toEqual([]);
});
