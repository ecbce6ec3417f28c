import type { WorkflowDefinition } from "@flowright/definition";
import { useCallback } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** Role id → its name as the flow calls it. */
export function useRoleName(definition: WorkflowDefinition | undefined): (role: string) => string {
  const language = useLanguage();
  return useCallback(
    (role: string) => textOf(definition?.roles?.find(({ id }) => id === role)?.name, language) || role,
    [definition, language],
  );
}
