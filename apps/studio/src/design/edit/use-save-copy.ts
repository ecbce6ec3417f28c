import type { WorkflowDefinition } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { api } from "../../session/api.ts";
import { flowIdFor } from "../create/flow-id.ts";
import { useEditTexts } from "./texts.ts";

/** Saves a flow as a new one beside it and opens that. */
export function useSaveCopy(onSaved: () => void) {
  const t = useEditTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (definition: WorkflowDefinition) => {
      const name = t("copyName", { flow: textOf(definition.name, language) || definition.id });
      const flows = await api().definitions.list();
      const id = flowIdFor(`${definition.id}-copy`, new Set(flows.map((flow) => flow.id)));
      await api().drafts.save(id, { definition: { ...definition, id, name } }, null);
      return { id, name };
    },
    onSuccess: ({ id, name }) => {
      onSaved();
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      notifications.show({ message: t("copied", { flow: name }) });
      void navigate({ to: "/design/$flowId", params: { flowId: id } });
    },
  });
}
