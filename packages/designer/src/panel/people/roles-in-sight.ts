import { textOf, type WorkflowDefinition } from "@flowright/definition";
import type { Language, RoleChoice } from "../../model/designer-options.ts";

/** Roles that the flow names or the workspace has, once each. */
export function rolesInSight(
  definition: WorkflowDefinition,
  workspace: readonly RoleChoice[],
  language: Language,
): { readonly id: string; readonly title: string }[] {
  const titles = new Map<string, string>();
  for (const role of workspace) titles.set(role.id, textOf(role.name, language) || role.id);
  for (const role of definition.roles ?? []) {
    if (!titles.has(role.id)) titles.set(role.id, textOf(role.name, language) || role.id);
  }
  return [...titles].map(([id, title]) => ({ id, title }));
}
