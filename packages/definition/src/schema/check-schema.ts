import { validateWorkflow } from "../generated/workflow-validator.ts";
import type { Problem } from "../problem/problem.ts";
import { schemaProblems } from "./schema-problems.ts";
import type { SchemaViolation } from "./violation.ts";

const validate = validateWorkflow as unknown as {
  (value: unknown): boolean;
  errors?: SchemaViolation[] | null;
};

/** What keeps a value from having the shape of a workflow definition. */
export function checkSchema(value: unknown): Problem[] {
  if (validate(value)) return [];
  const violations = validate.errors ?? [];
  validate.errors = null;
  return schemaProblems(value, violations);
}
