import { useCallback } from "react";
import { updateDefinition } from "../../model/command/content/update-definition.ts";
import { useDesignerStore } from "../../store-context.ts";

/**
 * Runs an edit that refers to a role. A role of the workspace that the flow did not name yet is named in the
 * same step, so that the flow stays readable in a workspace that lacks it.
 */
export function useKeepRole(): (role: string, edit: () => void, name?: string) => void {
  const store = useDesignerStore();
  return useCallback(
    (role, edit, name) => {
      const { definition, roles, language, transaction, run } = store.getState();
      if (role === "" || definition.roles?.some((each) => each.id === role)) return edit();
      const title = roles.find((each) => each.id === role)?.name ?? (name ? { [language]: name } : undefined);
      transaction({ en: "Choose role", "zh-CN": "选择角色" }, () => {
        const added = { id: role, ...(title === undefined ? {} : { name: title }) };
        run(updateDefinition({ roles: [...(definition.roles ?? []), added] }));
        edit();
      });
    },
    [store],
  );
}
