import type { ExpressionError } from "@flowright/expressions";
import type { Words } from "../table/words.ts";
import type { DecisionProblem } from "./decision-problem.ts";

/** An error of the expression in a cell, told with the cell's place. */
export function cellProblem(
  error: ExpressionError,
  path: string,
  place: Words,
  rules?: readonly string[],
): DecisionProblem {
  return {
    code: error.code,
    severity: "error",
    path,
    at: error.at,
    params: error.params,
    message: {
      en: `${place.en}: ${error.message.en}`,
      "zh-CN": `${place["zh-CN"]}：${error.message["zh-CN"]}`,
    },
    fix: error.fix,
    ...(rules && { rules }),
  };
}
