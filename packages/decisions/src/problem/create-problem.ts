import type { DecisionProblem } from "./decision-problem.ts";
import { DECISION_PROBLEM_TEMPLATES, type DecisionProblemCode } from "./decision-problem-templates.ts";

type Params = Readonly<Record<string, string | number>>;

/** What a problem says beside its code and place. */
export interface Details {
  readonly params?: Params;
  readonly rules?: readonly string[];
  readonly example?: DecisionProblem["example"];
}

/** A problem of the registry, told in both languages. */
export function problem(code: DecisionProblemCode, path: string, details: Details = {}): DecisionProblem {
  const { severity, message, fix } = DECISION_PROBLEM_TEMPLATES[code];
  const { params = {}, rules, example } = details;
  return {
    code,
    severity,
    path,
    params,
    message: { en: fill(message.en, params, "en"), "zh-CN": fill(message["zh-CN"], params, "zh-CN") },
    fix: { en: fill(fix.en, params, "en"), "zh-CN": fill(fix["zh-CN"], params, "zh-CN") },
    ...(rules && { rules }),
    ...(example && { example }),
  };
}

function fill(template: string, params: Params, language: "en" | "zh-CN"): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
    const own = [`${name}:${language}`, name].find((key) => Object.hasOwn(params, key));
    return own === undefined ? placeholder : String(params[own]);
  });
}
