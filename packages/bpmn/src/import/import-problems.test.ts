import type { ProblemTemplate } from "@flowright/definition";
import { expect, it } from "vitest";
import { IMPORT_PROBLEMS } from "./import-problems.ts";

const ALL: [string, ProblemTemplate][] = Object.entries(IMPORT_PROBLEMS);

it.each(ALL)("%s is told in both languages, with the same particulars and a fix", (_, { message, fix }) => {
  const particulars = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([one]) => one).sort();
  for (const text of [message, fix]) {
    expect(text.en).toMatch(/[.}]$/);
    expect(text["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
    expect(text["zh-CN"]).toMatch(/[。}]$/);
    // Twice in one language may be once in the other.
    expect(new Set(particulars(text.en))).toEqual(new Set(particulars(text["zh-CN"])));
  }
});
