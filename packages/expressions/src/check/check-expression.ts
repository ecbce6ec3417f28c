import { compileSyntax } from "../compile/compile-syntax.ts";
import type { ExpressionError } from "../error/expression-error.ts";
import { Failure } from "../error/failure.ts";
import type { FieldTypes } from "../json/field-type.ts";
import { parseSource } from "../syntax/parse-source.ts";
import { Checker, NO_NAMES } from "./checker.ts";
import { inferWith } from "./infer.ts";
import { kindWords } from "./kind-words.ts";
import type { StaticType } from "./static-type.ts";

/** What the place of an expression asks for. */
export type Expected = "any" | "boolean" | "number" | "string" | "date" | "list";

const WANTED = {
  boolean: { en: "true or false", "zh-CN": "是/否" },
  number: { en: "a number", "zh-CN": "数字" },
  string: { en: "a text", "zh-CN": "文本" },
  date: { en: "a date", "zh-CN": "日期" },
  list: { en: "a list", "zh-CN": "列表" },
};

/** Everything that can be said about an expression without values: syntax, unknown names, wrong types. */
export function checkExpression(source: string, types: FieldTypes, expected: Expected): ExpressionError[] {
  const parsed = parseSource(source);
  if (!parsed.ok) return [parsed.error];
  const checker = new Checker(source, types);
  const type = inferWith(checker)(parsed.syntax, NO_NAMES);
  if (expected !== "any" && !gives(type, expected)) {
    const words = kindWords(type);
    checker.report("type-expected", parsed.syntax.at, {
      part: checker.textOf(parsed.syntax),
      found: words.en,
      foundZh: words["zh-CN"],
      wanted: WANTED[expected].en,
      wantedZh: WANTED[expected]["zh-CN"],
    });
  }
  if (checker.errors.length === 0) {
    try {
      compileSyntax(source, parsed.syntax, types, checker.moneyTexts);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      return [thrown.error];
    }
  }
  return checker.errors;
}

function gives(type: StaticType, expected: Exclude<Expected, "any">): boolean {
  if (type.kind === "any") return true;
  if (expected === "date") return type.kind === "date" || type.kind === "date and time";
  return type.kind === expected;
}
