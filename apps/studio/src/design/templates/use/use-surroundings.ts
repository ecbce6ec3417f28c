import type { SaveSystem, SystemOperation } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { type FlowTemplate, type TemplateSystem, withSystems } from "@flowright/templates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { api } from "../../../session/api.ts";
import { useMay } from "../../../session/session-query.ts";
import { useTemplateTexts } from "../texts.ts";
import { isAddress, type NeededSystem, neededSystems, type SystemChoice } from "./surroundings-of.ts";

/** What a template names in the workspace: what is there already, what comes with it, and where its calls go. */
export function useSurroundings(template: FlowTemplate) {
  const t = useTemplateTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const maySystems = useMay("system.write");
  const mayPublish = useMay("definition.publish");
  const { flows = [], decisions = [] } = template.brings ?? {};
  const systems = useQuery({ queryKey: ["systems"], queryFn: () => api().systems.list() });
  const there = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    enabled: flows.length > 0,
  });
  const tables = useQuery({
    queryKey: ["decisions"],
    queryFn: ({ signal }) => api().decisions.list({ signal }),
    enabled: decisions.length > 0,
  });
  const [chosen, setChosen] = useState<{ readonly [system: string]: SystemChoice }>({});
  const needed = neededSystems(template, systems.data ?? [], maySystems);
  const choiceOf = ({ id, suggested }: NeededSystem) => chosen[id] ?? suggested;

  const make = useMutation({
    mutationFn: async (made: WorkflowDefinition) => {
      const name = textOf(template.name, language);
      const note = t("broughtNote", { name });
      const ids: Record<string, string> = {};
      for (const system of needed) {
        const choice = choiceOf(system);
        if (choice.kind === "there") ids[system.id] = choice.id;
        if (choice.kind === "new" && system.brought !== null)
          await api().systems.save(systemFrom(system.brought, choice.address));
      }
      // Asked again: what came with a first attempt that failed half-way is not brought twice.
      const [flowsNow, tablesNow] = await Promise.all([
        flows.length > 0 ? api().definitions.list() : [],
        decisions.length > 0 ? api().decisions.list() : [],
      ]);
      const lacks = (known: readonly { readonly id: string }[]) => (one: { readonly id: string }) =>
        !known.some(({ id }) => id === one.id);
      if (mayPublish)
        for (const table of decisions.filter(lacks(tablesNow)))
          await api().decisions.publish({ id: table.id, table, note });
      for (const flow of flows.filter(lacks(flowsNow))) {
        const definition = withSystems(flow, ids);
        if (mayPublish) await api().definitions.publish({ definition, note });
        else await api().drafts.save(flow.id, { definition: { ...definition } }, null);
      }
      return withSystems(made, ids);
    },
    onSettled: () => {
      for (const key of ["systems", "definitions", "decisions"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });

  return {
    needed,
    systems: systems.data ?? [],
    choiceOf,
    choose: (id: string, choice: SystemChoice) => setChosen({ ...chosen, [id]: choice }),
    maySystems,
    mayPublish,
    /** Called flows and tables with whether the workspace has them; those that it has stay as they are. */
    flows: flows.map(({ id, name }) => ({ id, name, there: isThere(there.data, id) })),
    decisions: decisions.map(({ id, name }) => ({ id, name, there: isThere(tables.data, id) })),
    ready: !systems.isPending,
    wrong: needed.some((system) => {
      const choice = choiceOf(system);
      return choice.kind === "new" && !isAddress(choice.address);
    }),
    /** Brings what is lacking; gives the flow with its calls going where they were sent. */
    make: make.mutateAsync,
    busy: make.isPending,
    error: make.error,
  };
}

function isThere(known: readonly { readonly id: string }[] | undefined, id: string): boolean {
  return known?.some((one) => one.id === id) === true;
}

/** The server checks the operations. */
function systemFrom({ id, name, secretHeader, operations }: TemplateSystem, address: string): SaveSystem {
  return {
    id,
    name: name as SaveSystem["name"],
    address,
    secretHeader: secretHeader ?? null,
    operations: operations as unknown as SystemOperation[],
  };
}
