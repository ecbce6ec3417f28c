import type { WorkflowDefinition } from "@flowright/definition";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useLanguage } from "../../i18n/use-language.ts";
import { api } from "../../session/api.ts";
import { contentOf, type FlowSource, newDefinition } from "./flow-source.ts";

/** Saves a new flow as draft and opens it. */
export function useCreateFlow() {
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: async (made: () => Promise<WorkflowDefinition>) => {
      const definition = await made();
      return api().drafts.save(definition.id, { definition: { ...definition } }, null);
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      void navigate({ to: "/design/$flowId", params: { flowId: id } });
    },
  });
  return {
    create: (source: FlowSource, id: string, name: string) =>
      mutation.mutate(async () => newDefinition(await contentOf(source), id, name, language)),
    /** Saves a flow as it is, under its own id and name. */
    createFrom: (definition: WorkflowDefinition) => mutation.mutate(async () => definition),
    busy: mutation.isPending,
    error: mutation.error,
  };
}
