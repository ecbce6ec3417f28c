import type { CaseData, Problem } from "@flowright/definition";
import { createCheck, MOST_DEPTH } from "../check/check.ts";
import { checkObject } from "../check/check-value.ts";
import { formProblem } from "../problem/form-problem.ts";
import { deepest } from "../value/deepest.ts";
import { type GivenJsonObject, isObject } from "../value/json.ts";

const CASE = { en: "The case", "zh-CN": "流程实例" };

/**
 * Checks data that begins a case without a form against the case's schema: types, limits, formats, required
 * fields; fields that the case does not have are refused. Never throws, whatever the data is.
 */
export function checkCaseData(schema: CaseData, data: GivenJsonObject): Problem[] {
  if (!isObject(data)) {
    return [
      formProblem("form.type", "", CASE, {
        expectedEn: "a group of fields",
        expectedZh: "一组字段",
        givenEn: "something else",
        givenZh: "其他内容",
      }),
    ];
  }
  if (deepest(data, MOST_DEPTH) > MOST_DEPTH) {
    return [formProblem("form.too-deep", "", CASE, { limit: MOST_DEPTH })];
  }
  const check = createCheck(false);
  checkObject(check, schema, data, { path: "", label: CASE, depth: 0 });
  return check.problems;
}
