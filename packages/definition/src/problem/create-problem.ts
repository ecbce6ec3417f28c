import { fillTemplate } from "./fill-template.ts";
import type { Problem } from "./problem.ts";
import { PROBLEM_TEMPLATES, type ProblemCode } from "./problem-templates.ts";

/** Where a problem was found. */
export interface Finding {
  /** JSON Pointer into the document that was checked. */
  readonly path: string;
  readonly node?: string | undefined;
  readonly at?: Problem["at"];
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** A problem of the registry, told in both languages. */
export function problem(code: ProblemCode, finding: Finding): Problem {
  const template = PROBLEM_TEMPLATES[code];
  const params = finding.params ?? {};
  return {
    code,
    severity: template.severity,
    path: finding.path,
    ...(finding.node === undefined ? {} : { node: finding.node }),
    ...(finding.at === undefined ? {} : { at: finding.at }),
    params,
    message: {
      en: fillTemplate(template.message.en, params, "en"),
      "zh-CN": fillTemplate(template.message["zh-CN"], params, "zh-CN"),
    },
    fix: {
      en: fillTemplate(template.fix.en, params, "en"),
      "zh-CN": fillTemplate(template.fix["zh-CN"], params, "zh-CN"),
    },
  };
}
