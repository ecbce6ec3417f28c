import type { Field } from "@flowright/definition";
import { compileExpression } from "@flowright/expressions";
import type { Json } from "../value/json.ts";

type Values = { readonly [name: string]: Json | undefined };
type Compiled = Extract<ReturnType<typeof compileExpression>, { ok: true }>["expression"] | null;
export type FieldTypes = { readonly [name: string]: Field };

const compiled = new WeakMap<FieldTypes, Map<string, Compiled>>();
const STEPS = 20_000;

/**
 * Whether a field's condition is true. A condition over values that are not there yet cannot be worked out,
 * and a half-filled form is full of those: it then simply does not hold.
 */
export function conditionHolds(source: string, types: FieldTypes, values: Values, now: string): boolean {
  const expression = expressionOf(source, types);
  if (expression === null) return false;
  const result = expression.evaluate(values, { now, steps: STEPS });
  return result.ok && result.value === true;
}

function expressionOf(source: string, types: FieldTypes): Compiled {
  let known = compiled.get(types);
  if (!known) {
    known = new Map();
    compiled.set(types, known);
  }
  let expression = known.get(source);
  if (expression === undefined) {
    const result = compileExpression(source, types);
    expression = result.ok ? result.expression : null;
    known.set(source, expression);
  }
  return expression;
}
