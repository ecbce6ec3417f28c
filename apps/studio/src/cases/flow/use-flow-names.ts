import type { DecisionSummary, DefinitionSummary } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../session/api.ts";

const NO_FLOWS: readonly DefinitionSummary[] = [];
const NO_DECISIONS: readonly DecisionSummary[] = [];

/** The flows and decision tables of the workspace, whose names stand on the steps that call and ask them. */
export function useFlowNames(): {
  readonly flows: readonly DefinitionSummary[];
  readonly decisions: readonly DecisionSummary[];
} {
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    staleTime: 60_000,
  });
  const decisions = useQuery({
    queryKey: ["decisions"],
    queryFn: ({ signal }) => api().decisions.list({ signal }),
    staleTime: 60_000,
  });
  return { flows: flows.data ?? NO_FLOWS, decisions: decisions.data ?? NO_DECISIONS };
}
