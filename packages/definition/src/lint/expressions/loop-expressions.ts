import type { Loop } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import { type ExpressionPlace, expression } from "./expression-place.ts";
import type { ScopeTypes } from "./scope-types.ts";

/**
 * The expressions that say how often a step is done. The list is worked out before there is an item; everything else
 * sees the item and number of its round.
 */
export function* loopExpressions(
  loop: Loop | undefined,
  path: string,
  node: string,
  data: { readonly outer: ScopeVariables; readonly round: ScopeVariables; readonly types: ScopeTypes },
): Generator<ExpressionPlace> {
  if (!loop) return;
  if (loop.type === "standard") {
    yield* expression(loop.condition, `${path}/condition`, node, data.round, "boolean");
    return;
  }
  yield* expression(loop.collection, `${path}/collection`, node, data.outer);
  const counted = data.types.withCounters(data.round);
  yield* expression(loop.completion, `${path}/completion`, node, counted, "boolean");
  yield* expression(loop.output?.value, `${path}/output/value`, node, data.round);
}
