import type { WorkflowDefinition } from "@flowright/definition";
import { useCallback } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useWorkspaceRoleName } from "./use-roles.ts";

/** Role id → its name as the flow calls it, else as the workspace does. */
export function useRoleName(definition: WorkflowDefinition | undefined): (role: string) => string {
  const language = useLanguage();
  const inWorkspace = useWorkspaceRoleName();
  return useCallback(
    (role: string) =>
      textOf(definition?.roles?.find(({ id }) => id === role)?.name, language) || inWorkspace(role),
    [definition, language, inWorkspace],
  );
}
