import type { BilingualText, Problem } from "@flowright/definition";
import { type FormProblemCode, PROBLEM_TEXTS } from "./problem-texts.ts";

type Params = Readonly<Record<string, string | number>>;

/**
 * A problem of form data. The label is part of the sentence in both languages, and of `params` as
 * `label` and `labelZh`, so that a client can render the sentence again.
 */
export function formProblem(
  code: FormProblemCode,
  path: string,
  label: BilingualText,
  params: Params = {},
): Problem {
  const texts = PROBLEM_TEXTS[code];
  const rendered = (text: BilingualText): BilingualText => ({
    en: fill(text.en, params, label.en),
    "zh-CN": fill(text["zh-CN"], params, label["zh-CN"]),
  });
  return {
    code,
    severity: "error",
    path,
    params: { label: label.en, labelZh: label["zh-CN"], ...params },
    message: rendered(texts.message),
    fix: rendered(texts.fix),
  };
}

function fill(template: string, params: Params, label: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "label" ? label : String(params[name] ?? ""),
  );
}
