import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PROBLEM_TEMPLATES } from "./problem-templates.ts";

const PAGE = path.resolve(import.meta.dirname, "../../../../docs/reference/problems.md");

test("the reference page lists exactly the codes of the registry", () => {
  const documented = [...readFileSync(PAGE, "utf8").matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  expect(documented.sort()).toEqual(Object.keys(PROBLEM_TEMPLATES).sort());
});

test.each(Object.entries(PROBLEM_TEMPLATES))(
  "%s speaks both languages with the same parameters",
  (_, template) => {
    for (const text of [template.message, template.fix]) {
      expect(placeholders(text["zh-CN"])).toEqual(placeholders(text.en));
      expect(text.en).toMatch(/[.?}]$/);
      expect(text["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
      expect(text["zh-CN"]).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.($|\s)/);
    }
  },
);

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([name]) => name).sort();
}
