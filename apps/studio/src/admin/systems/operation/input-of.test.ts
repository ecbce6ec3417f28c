import { expect, test } from "vitest";
import type { FieldRow } from "../system-form.ts";
import { inputOf } from "./input-of.ts";

const row = (name: string, type: string, required = false): FieldRow => ({
  key: 1,
  name,
  title: { en: "", "zh-CN": "" },
  type,
  in: "body",
  required,
});

test("what was typed becomes the value of its type", () => {
  const parameters = [row("a", "string"), row("b", "number"), row("c", "boolean"), row("d", "array")];
  expect(inputOf(parameters, { a: "1", b: "1.5", c: "true", d: "[1]" })).toEqual({
    input: { a: "1", b: 1.5, c: true, d: [1] },
    problems: {},
  });
});

test("what does not fit is named, and empty optional fields are left out", () => {
  const parameters = [row("a", "string", true), row("b", "number"), row("c", "object"), row("d", "string")];
  expect(inputOf(parameters, { b: "many", c: "{" })).toEqual({
    input: {},
    problems: { a: "tryMissing", b: "tryNumber", c: "tryJson" },
  });
});
