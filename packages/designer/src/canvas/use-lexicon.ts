import { useMemo } from "react";
import { type Lexicon, lexiconOf } from "../diagram/words/lexicon.ts";
import { useDesigner } from "../store-context.ts";

/** The names that people know, for the document as it is. */
export function useLexicon(): Lexicon {
  const language = useDesigner((state) => state.language);
  const people = useDesigner((state) => state.people);
  const roles = useDesigner((state) => state.roles);
  const systems = useDesigner((state) => state.systems);
  const flows = useDesigner((state) => state.flows);
  const decisions = useDesigner((state) => state.decisions);
  const messages = useDesigner((state) => state.messages);
  const icons = useDesigner((state) => state.templateEffects.icons);
  const ownRoles = useDesigner((state) => state.definition.roles);
  const variables = useDesigner((state) => state.definition.variables);
  return useMemo(
    () =>
      lexiconOf(
        {
          schema: "flowright/workflow/v1",
          id: "flow",
          name: "",
          nodes: [],
          edges: [],
          ...(ownRoles ? { roles: ownRoles } : {}),
          ...(variables ? { variables } : {}),
        },
        language,
        { people, roles, systems, flows: flows ?? [], decisions: decisions ?? [], messages, icons },
      ),
    [language, people, roles, systems, flows, decisions, messages, icons, ownRoles, variables],
  );
}
