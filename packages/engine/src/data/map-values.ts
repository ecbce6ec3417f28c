import type { FieldType } from "@flowright/expressions";
import type { Json, JsonObject } from "../contract/json.ts";
import { fieldAt } from "../program/part-compiler.ts";
import type { MappingProgram } from "../program/program.ts";
import type { Turn } from "../turn/turn.ts";
import { type Evaluated, evaluateJson, type View } from "./evaluate.ts";
import { parametersTooLarge, tooLarge } from "./large-value.ts";
import { addWrite, fits, programOf, scopeDeclaring, viewFrom, type Writes } from "./scope-data.ts";

/** Carries out mappings in order; each sees what the ones before it wrote. Nothing is written yet. */
export function mapToVariables(
  turn: Turn,
  scope: number,
  mappings: readonly MappingProgram[],
  payload: JsonObject,
): Evaluated<Writes> {
  const writes: Writes = new Map();
  const view = viewFrom(turn, scope, payload);
  let { variables } = view;
  for (const mapping of mappings) {
    const [name = "", ...rest] = mapping.target;
    const to = scopeDeclaring(turn, scope, name);
    const type = fieldAt(programOf(turn, to).fields, mapping.target);
    const result = evaluateJson(mapping.expression, { variables, now: view.now }, type);
    if (!result.ok) return result;
    const before = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const after = placed(before, rest, result.value);
    if (after === undefined)
      return {
        ok: false,
        failure: { code: "mapping.target-not-context", params: { target: mapping.target.join(".") } },
      };
    const large = tooLarge(turn, mapping.target.join("."), after);
    if (large !== null) return { ok: false, failure: large };
    addWrite(writes, to, name, after);
    variables = { ...variables, [name]: after };
  }
  if (!fits(turn, writes))
    return { ok: false, failure: { code: "limit.variables", params: { limit: turn.limits.variables } } };
  return { ok: true, value: writes };
}

/** A value that goes to a variable, or a part of one. Nothing is written yet. */
export function placeValue(
  turn: Turn,
  scope: number,
  target: readonly string[],
  value: Json,
): Evaluated<Writes> {
  const [name = "", ...rest] = target;
  const { variables } = viewFrom(turn, scope);
  const after = placed(Object.hasOwn(variables, name) ? variables[name] : undefined, rest, value);
  if (after === undefined)
    return {
      ok: false,
      failure: { code: "mapping.target-not-context", params: { target: target.join(".") } },
    };
  const large = tooLarge(turn, target.join("."), after);
  if (large !== null) return { ok: false, failure: large };
  const writes: Writes = new Map();
  addWrite(writes, scopeDeclaring(turn, scope, name), name, after);
  if (!fits(turn, writes))
    return { ok: false, failure: { code: "limit.variables", params: { limit: turn.limits.variables } } };
  return { ok: true, value: writes };
}

/** The parameters of a call. */
export function mapToParameters(
  turn: Turn,
  view: View,
  mappings: readonly MappingProgram[],
): Evaluated<JsonObject> {
  let input: JsonObject = {};
  for (const { target, expression, sourceType } of mappings) {
    const type: FieldType | undefined = sourceType;
    const result = evaluateJson(expression, view, type);
    if (!result.ok) return result;
    const after = placed(input, target, result.value);
    if (after === undefined)
      return {
        ok: false,
        failure: { code: "mapping.target-not-context", params: { target: target.join(".") } },
      };
    input = after as JsonObject;
  }
  const large = parametersTooLarge(turn, input);
  return large === null ? { ok: true, value: input } : { ok: false, failure: large };
}

/** The value with a part of it replaced; undefined where something without parts is in the way. */
function placed(value: Json | undefined, path: readonly string[], part: Json): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return part;
  if (value === undefined || value === null) {
    const inner = placed(undefined, rest, part);
    return inner === undefined ? undefined : { [name]: inner };
  }
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const context = value as JsonObject;
  const inner = placed(Object.hasOwn(context, name) ? context[name] : undefined, rest, part);
  return inner === undefined ? undefined : { ...context, [name]: inner };
}
