import type { CommandSearch } from "@flowright/designer";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { api } from "../session/api.ts";
import { useMay } from "../session/session-query.ts";

const ENOUGH = 8;

/** What the designer's palette finds besides its own: flows and cases of the workspace. */
export function useDesignerSearch(): CommandSearch {
  const client = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const mayReadCases = useMay("instance.read");
  return useMemo(
    () => async (query, signal) => {
      const [flows, cases] = await Promise.all([
        client.fetchQuery({
          queryKey: ["definitions"],
          queryFn: () => api().definitions.list(),
          staleTime: 30_000,
        }),
        mayReadCases ? api().instances.list({ search: query, limit: ENOUGH }, { signal }) : null,
      ]);
      return [
        {
          id: "flows",
          name: { en: "Flows", "zh-CN": "流程" },
          matched: false,
          results: flows.map(({ id, name }) => ({
            id: `flow:${id}`,
            label: textOf(name, language) || id,
            words: [id, ...(typeof name === "string" ? [name] : Object.values(name))],
            run: () => void navigate({ to: "/design/$flowId", params: { flowId: id } }),
          })),
        },
        {
          id: "cases",
          name: { en: "Cases", "zh-CN": "流程实例" },
          matched: true,
          results: (cases?.items ?? []).map((instance) => ({
            id: `case:${instance.id}`,
            label: instance.title ?? String(instance.number),
            about: [instance.number, instance.businessKey, textOf(instance.definitionName, language)]
              .filter(Boolean)
              .join(" · "),
            run: () => void navigate({ to: "/cases/$caseId", params: { caseId: instance.id } }),
          })),
        },
      ];
    },
    [client, navigate, language, mayReadCases],
  );
}
