import type { Field, Mapping, WorkflowDefinition } from "@flowright/definition";
import type { Json, JsonObject } from "@flowright/engine";
import { sampleValue } from "./sample-value.ts";

/**
 * A made-up answer or message: every `result.x` or `message.x` that the mappings read, typed like the field
 * that it is written to.
 */
export function sampleAnswer(
  definition: WorkflowDefinition,
  output: readonly Mapping[],
  root: "result" | "message" | "signal",
  extraNames: readonly string[],
  person: string,
  today: string,
): JsonObject {
  const answer: Record<string, Json> = {};
  for (const name of extraNames) answer[name] = `${name}-1`;
  for (const { target, value } of output) {
    for (const [, name] of value.matchAll(new RegExp(`\\b${root}\\.([A-Za-z_][A-Za-z0-9_]*)`, "g"))) {
      if (name === undefined) continue;
      const direct = value.trim() === `${root}.${name}`;
      const field = direct ? fieldAt(definition, target) : undefined;
      answer[name] = field ? sampleValue(field, name, person, today) : (answer[name] ?? `${name}-1`);
    }
  }
  return answer;
}

function fieldAt(definition: WorkflowDefinition, path: string): Field | undefined {
  const [first = "", ...rest] = path.split(".");
  let field: Field | undefined = definition.variables?.properties[first];
  for (const part of rest) field = field?.properties?.[part];
  return field;
}
