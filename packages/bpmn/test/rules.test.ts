import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BPMN_RULES, checkRules } from "../src/rules/check-rules.ts";
import { readXml } from "../src/xml/read-xml.ts";

const FOLDER = path.join(import.meta.dirname, "rules");

function problemsIn(file: string) {
  const read = readXml(readFileSync(path.join(FOLDER, file), "utf8"));
  if (!read.ok) throw new Error(`${file}: ${read.reason}`);
  return checkRules(read.root);
}

describe("each rule of BPMN", () => {
  it.each(Object.keys(BPMN_RULES))(
    "%s is broken by a file that breaks only it, and a right one comes close",
    (code) => {
      const name = code.slice("rule.".length);
      const broken = problemsIn(`${name}.broken.bpmn`);
      expect([...new Set(broken.map((problem) => problem.code))]).toEqual([code]);
      expect(problemsIn(`${name}.right.bpmn`)).toEqual([]);
      for (const { node, at, message, fix, params } of broken) {
        expect(node).toBeDefined();
        expect(at).toMatchObject({ line: expect.any(Number) });
        expect(params.section).toMatch(/^\d+\.\d+/);
        for (const text of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]]) {
          expect(text).not.toMatch(/[{}]/);
          expect(text.length).toBeGreaterThan(3);
        }
      }
    },
  );

  it("has its two files, and no file is left over", () => {
    const expected = Object.keys(BPMN_RULES).flatMap((code) =>
      ["broken", "right"].map((kind) => `${code.slice("rule.".length)}.${kind}.bpmn`),
    );
    expect(readdirSync(FOLDER).sort()).toEqual(expected.sort());
  });
});
