import type { CaseData, Problem, WorkflowDefinition } from "@flowright/definition";
import { scopeVariables } from "@flowright/definition";
import type { InstanceState, JsonObject } from "@flowright/engine";
import { checkForm } from "@flowright/forms";
import type { Result } from "../contract/result.ts";
import { startNodeOf } from "../definitions/start-node.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { nodesById } from "../turns/program-cache.ts";
import { scopeValues } from "./scope-values.ts";
import { refuseTask } from "./task-problems.ts";

/** Takes the fields that the task's form lets a person edit, and nothing else. */
export function checkTaskData(
  definition: WorkflowDefinition,
  task: { readonly node: string; readonly type: "w" | "a" | "r"; readonly scope: number },
  state: InstanceState,
  data: JsonObject,
  now: string,
): Result<JsonObject> {
  const formId = task.type === "r" ? startNodeOf(definition)?.form : formOf(definition, task.node);
  // Without a form nothing may be written.
  const form = definition.forms?.find((one) => one.id === formId) ?? null;
  const schema: CaseData = { type: "object", properties: scopeVariables(definition, task.node) };
  const variables = scopeValues(state, task.scope);
  const checked = checkForm({ form, schema, data, variables, now, stage: "complete" });
  const problems = problemsBelow("/data", checked.problems);
  return hasError(problems)
    ? refuseTask("task.data-wrong", { count: problems.length }, { path: "/data", problems })
    : { ok: true, value: checked.data };
}

function formOf(definition: WorkflowDefinition, node: string): string | undefined {
  const found = nodesById(definition).get(node);
  return found?.kind === "userTask" || found?.kind === "approval" ? found.form : undefined;
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
