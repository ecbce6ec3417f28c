import type { BilingualText, Problem } from "@flowright/definition";
import type { ErrorObject } from "ajv";
import { fillBoth } from "./http-problems.ts";

interface InputProblem {
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

/** What can be wrong with one value of a request. */
export const inputProblems = {
  "input.missing": {
    message: { en: "{name} is missing.", "zh-CN": "缺少 {name}。" },
    fix: { en: "Add it.", "zh-CN": "请补上。" },
  },
  "input.unknown": {
    message: { en: "{name} is not known here.", "zh-CN": "此处没有 {name}。" },
    fix: { en: "Leave it out, or check its spelling.", "zh-CN": "请去掉它，或检查拼写。" },
  },
  "input.type": {
    message: { en: "This must be {expected}.", "zh-CN": "此处须为 {expected}。" },
    fix: { en: "Write a value of this type.", "zh-CN": "请填写该类型的值。" },
  },
  "input.choice": {
    message: { en: "This must be one of {choices}.", "zh-CN": "此处须为以下之一：{choices}。" },
    fix: { en: "Choose one of them.", "zh-CN": "请从中选择。" },
  },
  "input.too-short": {
    message: { en: "This needs at least {limit} characters.", "zh-CN": "至少需要 {limit} 个字符。" },
    fix: { en: "Write more.", "zh-CN": "请补充内容。" },
  },
  "input.too-long": {
    message: { en: "This may have at most {limit} characters.", "zh-CN": "最多 {limit} 个字符。" },
    fix: { en: "Shorten it.", "zh-CN": "请缩短内容。" },
  },
  "input.too-few": {
    message: { en: "This needs at least {limit} entries.", "zh-CN": "至少需要 {limit} 项。" },
    fix: { en: "Add some.", "zh-CN": "请添加。" },
  },
  "input.too-many": {
    message: { en: "This may have at most {limit} entries.", "zh-CN": "最多 {limit} 项。" },
    fix: { en: "Send fewer at a time.", "zh-CN": "请减少数量。" },
  },
  "input.range": {
    message: { en: "This must be {comparison} {limit}.", "zh-CN": "此处须 {comparison} {limit}。" },
    fix: { en: "Choose a number in the range.", "zh-CN": "请填写范围内的数。" },
  },
  "input.pattern": {
    message: { en: "This does not have the form {pattern}.", "zh-CN": "格式不符合 {pattern}。" },
    fix: { en: "Mend the form.", "zh-CN": "请修正格式。" },
  },
  "input.form": {
    message: { en: "This has none of the forms that are accepted here.", "zh-CN": "此处的形式不被接受。" },
    fix: { en: "Compare it with /api/openapi.json.", "zh-CN": "请对照 /api/openapi.json。" },
  },
} as const satisfies Record<string, InputProblem>;

/** Problems from the validator's errors, without the branches of alternatives of which none fitted. */
export function problemsOf(errors: readonly ErrorObject[]): Problem[] {
  const alternatives = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  return errors
    .filter(
      (error) =>
        !alternatives.some(
          (other) =>
            other !== error &&
            error.instancePath.startsWith(other.instancePath) &&
            (other.instancePath.length < error.instancePath.length || !alternatives.includes(error)),
        ),
    )
    .slice(0, 20)
    .map(problemOf);
}

function problemOf(error: ErrorObject): Problem {
  const { code, params, name } = reading(error);
  const { message, fix } = inputProblems[code];
  return {
    code,
    severity: "error",
    path:
      error.instancePath + (name === undefined ? "" : `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`),
    params,
    message: fillBoth(message, params),
    fix: fillBoth(fix, params),
  };
}

function reading({ keyword, params }: ErrorObject): {
  code: keyof typeof inputProblems;
  params: Record<string, string | number>;
  name?: string;
} {
  const limit = Number(params.limit);
  switch (keyword) {
    case "required":
      return {
        code: "input.missing",
        params: { name: params.missingProperty },
        name: params.missingProperty,
      };
    case "additionalProperties":
      return {
        code: "input.unknown",
        params: { name: params.additionalProperty },
        name: params.additionalProperty,
      };
    case "type":
      return { code: "input.type", params: { expected: [params.type].flat().join(" / ") } };
    case "enum":
      return { code: "input.choice", params: { choices: params.allowedValues.join(", ") } };
    case "const":
      return { code: "input.choice", params: { choices: String(params.allowedValue) } };
    case "minLength":
      return { code: "input.too-short", params: { limit } };
    case "maxLength":
      return { code: "input.too-long", params: { limit } };
    case "minItems":
      return { code: "input.too-few", params: { limit } };
    case "maxItems":
      return { code: "input.too-many", params: { limit } };
    case "minimum":
    case "maximum":
      return { code: "input.range", params: { comparison: params.comparison, limit } };
    case "pattern":
      return { code: "input.pattern", params: { pattern: params.pattern } };
    default:
      return { code: "input.form", params: {} };
  }
}
