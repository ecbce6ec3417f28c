import type { WorkflowDefinition } from "./generated/workflow.ts";
import { checkStoredJson } from "./json/check-stored-json.ts";
import type { KnownReferences } from "./lint/drawing.ts";
import { lint } from "./lint/lint.ts";
import type { Problem } from "./problem/problem.ts";
import { checkSchema } from "./schema/check-schema.ts";

export interface ValidationResult {
  /** The definition if its shape holds, whatever else is wrong with it. */
  readonly definition: WorkflowDefinition | null;
  readonly problems: Problem[];
}

/**
 * Checks any value: may it be stored, is it a workflow definition, does its drawing make sense. With `known`, whether
 * the flows and decisions that it refers to exist, too. Never throws.
 */
export function validateDefinition(value: unknown, known: KnownReferences = {}): ValidationResult {
  const stored = checkStoredJson(value);
  if (stored.length > 0) return { definition: null, problems: stored };
  const shape = checkSchema(value);
  if (shape.length > 0) return { definition: null, problems: shape };
  const definition = value as WorkflowDefinition;
  return { definition, problems: lint(definition, known) };
}
