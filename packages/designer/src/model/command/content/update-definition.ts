import type { WorkflowDefinition } from "@flowright/definition";
import { type Patch, patched } from "../../document/patch.ts";
import type { Command } from "../command.ts";

/** What belongs to the flow as a whole. */
export type DefinitionPatch = Patch<
  Pick<
    WorkflowDefinition,
    "name" | "description" | "variables" | "roles" | "forms" | "settings" | "scenarios"
  >
>;

/** Sets name, data fields, roles, forms or settings of the flow. `typing` as for `updateNode`. */
export function updateDefinition(patch: DefinitionPatch, typing?: string): Command {
  return {
    label: { en: "Change flow settings", "zh-CN": "修改流程设置" },
    coalesce: typing === undefined ? undefined : `flow:${typing}`,
    execute: (definition) => ({ ok: true, definition: patched<WorkflowDefinition>(definition, patch) }),
  };
}
