import { fillTemplate, type Problem, type ProblemTemplate } from "@flowright/definition";

/** Where a problem of a file is: the element by its id, and the place in the text. */
export interface FilePlace {
  /** Id of the element concerned. */
  readonly node?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A problem of a BPMN file told in both languages; its path is empty, since files have ids and lines. */
export function bpmnProblem(
  code: string,
  template: ProblemTemplate,
  { node, line, column }: FilePlace,
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  const told = (text: ProblemTemplate["message"]) => ({
    en: fillTemplate(text.en, params, "en"),
    "zh-CN": fillTemplate(text["zh-CN"], params, "zh-CN"),
  });
  return {
    code,
    severity: template.severity,
    path: "",
    ...(node === undefined ? {} : { node }),
    ...(line === undefined ? {} : { at: { line, column: column ?? 1 } }),
    params,
    message: told(template.message),
    fix: told(template.fix),
  };
}
