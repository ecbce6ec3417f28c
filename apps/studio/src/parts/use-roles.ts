import type { Role } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { api } from "../session/api.ts";

/** The roles of the workspace. */
export function useRoles() {
  return useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api().people.roles({ signal }),
    staleTime: 60_000,
  });
}

const NONE: readonly Role[] = [];

/** Role id → its name in the workspace. */
export function useWorkspaceRoleName(): (role: string) => string {
  const { data: roles = NONE, isPending } = useRoles();
  const language = useLanguage();
  return useCallback(
    (role: string) =>
      // The id would be read for a moment before the name.
      textOf(roles.find(({ id }) => id === role)?.name, language) || (isPending ? "…" : role),
    [roles, isPending, language],
  );
}
