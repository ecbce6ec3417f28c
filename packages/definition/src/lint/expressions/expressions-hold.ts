import { checkExpression, type ExpressionError } from "@flowright/expressions";
import type { ScopeVariables } from "../../model/with-fields.ts";
import type { Problem } from "../../problem/problem.ts";
import type { Rule } from "../drawing.ts";
import type { ExpressionPlace } from "./expression-place.ts";
import { expressionPlaces } from "./expression-places.ts";

/** One check takes about a tenth of a millisecond; more would keep an editor or a server waiting. */
const MOST_CHECKS = 10_000;

/** Every expression can be read, knows the names it uses and gives what its place needs. */
export const expressionsHold: Rule = (drawing, report) => {
  const known = new Map<ScopeVariables, Map<string, readonly ExpressionError[]>>();
  let checks = 0;
  for (const place of expressionPlaces(drawing)) {
    const ofTypes = known.get(place.types) ?? new Map<string, readonly ExpressionError[]>();
    known.set(place.types, ofTypes);
    const key = `${place.expected} ${place.source}`;
    if (!ofTypes.has(key)) {
      if (++checks > MOST_CHECKS) {
        report.add("expressions.too-many", { path: "", params: { limit: MOST_CHECKS } });
        return;
      }
      ofTypes.set(key, checkExpression(place.source, place.types, place.expected));
    }
    for (const error of ofTypes.get(key) ?? []) report.addTold(problemOf(error, place));
  }
};

function problemOf(error: ExpressionError, { path, node, skip = 0 }: ExpressionPlace): Problem {
  return {
    code: error.code,
    severity: "error",
    path,
    ...(node === undefined ? {} : { node }),
    at: { offset: error.at.offset + skip, length: error.at.length },
    params: error.params,
    message: error.message,
    fix: error.fix,
  };
}
