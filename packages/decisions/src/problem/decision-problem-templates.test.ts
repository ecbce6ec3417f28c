import { expect, test } from "vitest";
import { DECISION_PROBLEM_TEMPLATES } from "./decision-problem-templates.ts";

test.each(Object.entries(DECISION_PROBLEM_TEMPLATES))(
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
