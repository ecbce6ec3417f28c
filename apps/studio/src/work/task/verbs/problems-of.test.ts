import type { ProblemItem } from "@flowright/client";
import { expect, test } from "vitest";
import { formProblems } from "./problems-of.ts";

const at = (path: string): ProblemItem => ({
  code: "form.required",
  severity: "error",
  path,
  params: {},
  message: { en: "x", "zh-CN": "x" },
  fix: { en: "y", "zh-CN": "y" },
});

test("paths of the request's body become paths of the form", () => {
  expect(
    formProblems([at("/data/amount"), at("/data"), at("/amount"), at("/database")]).map(({ path }) => path),
  ).toEqual(["/amount", "", "/amount", "/database"]);
});
