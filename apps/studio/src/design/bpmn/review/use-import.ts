import type { WorkflowDefinition } from "@flowright/definition";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { api } from "../../../session/api.ts";
import { useBpmnTexts } from "../texts.ts";
import type { ImportTarget } from "./import-target.ts";
import { importedFlows } from "./imported-flows.ts";

const NONE: ReadonlySet<string> = new Set();

/** Saves the chosen flows as drafts and opens the first of them; nothing before `create` is called. */
export function useImport(
  definitions: readonly WorkflowDefinition[],
  chosen: ReadonlySet<string>,
  into: ImportTarget | undefined,
  onDone: () => void,
) {
  const t = useBpmnTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const known = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
  });
  const taken = useMemo(
    () => (known.data === undefined ? NONE : new Set(known.data.map(({ id }) => id))),
    [known.data],
  );
  const flows = useMemo(
    () => importedFlows(definitions, { chosen, taken, into: into?.id }),
    [definitions, chosen, taken, into?.id],
  );
  /** Those that are saved, where one of several was refused and it is tried again. */
  const saved = useRef(new Set<WorkflowDefinition>());
  const mutation = useMutation({
    mutationFn: async () => {
      const fresh = into === undefined ? flows : flows.slice(1);
      for (const definition of fresh) {
        if (saved.current.has(definition)) continue;
        await api().drafts.save(definition.id, { definition: { ...definition } }, null);
        saved.current.add(definition);
      }
      return fresh.length;
    },
    onSuccess: (count) => {
      void queries.invalidateQueries({ queryKey: ["definitions"] });
      if (count > 0) notifications.show({ message: t("created", { count }) });
      const [first] = flows;
      onDone();
      if (first === undefined) return;
      if (into === undefined) void navigate({ to: "/design/$flowId", params: { flowId: first.id } });
      else {
        notifications.show({ message: t("taken") });
        into.onTake({ ...first, name: into.name });
      }
    },
  });
  return {
    /** What would be made. */
    flows: known.data === undefined ? [] : flows,
    taken,
    create: () => mutation.mutate(),
    busy: mutation.isPending,
    error: mutation.error ?? known.error,
  };
}
