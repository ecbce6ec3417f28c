import { nodesOf } from "@flowright/definition";
import { useQuery } from "@tanstack/react-query";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { api } from "../../session/api.ts";

/** Steps at which a case can wait. */
const WAITING = new Set(["userTask", "approval", "serviceTask", "receiveTask", "catch"]);

/** The steps of a flow to choose from. */
export function useStepChoices(flow: string | undefined, version: number | undefined) {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["definition", flow, "version", version ?? "latest"],
    queryFn: ({ signal }) => api().definitions.read(flow ?? "", version ?? "latest", { signal }),
    enabled: flow !== undefined,
  });
  if (data === undefined) return [];
  return [...nodesOf(data.definition)]
    .filter(({ node }) => WAITING.has(node.kind))
    .map(({ node }) => ({ value: node.id, label: textOf(node.name, language) || node.id }));
}
