import type { WorkflowDefinition } from "@flowright/definition";
import type { Json, JsonObject } from "@flowright/engine";
import { sampleValue } from "./sample-value.ts";

/** What a form edits: as the case has it, else made up. */
export function sampleForm(
  definition: WorkflowDefinition,
  formId: string | null,
  variables: JsonObject,
  person: string,
  now: string,
): JsonObject {
  const form = definition.forms?.find(({ id }) => id === formId);
  const made: Record<string, Json> = {};
  for (const { field, mode } of form?.sections.flatMap(({ fields }) => fields) ?? []) {
    const own = definition.variables?.properties[field];
    if (!own || (mode ?? "edit") !== "edit") continue;
    made[field] = variables[field] ?? sampleValue(own, field, person, now);
  }
  return made;
}
