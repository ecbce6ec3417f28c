import { type DecisionTable, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../session/api.ts";

export interface DecisionTables {
  /** By id; those that could not be read are left out. */
  readonly tables: { readonly [id: string]: DecisionTable };
  readonly pending: boolean;
}

/** The tables of the workspace that a flow asks, for playing it and for its scenarios. */
export function useDecisionTables(definition: WorkflowDefinition): DecisionTables {
  const wanted = useMemo(() => {
    const found = new Map<string, number | "latest">();
    for (const { node } of nodesOf(definition)) {
      if (node.kind === "businessRuleTask" && node.decision)
        found.set(node.decision.id, node.decision.version ?? "latest");
    }
    return [...found];
  }, [definition]);
  return useQueries({
    queries: wanted.map(([id, version]) => ({
      queryKey: ["decision", id, "table", version],
      queryFn: ({ signal }: { signal: AbortSignal }) => api().decisions.read(id, version, { signal }),
      staleTime: 60_000,
      retry: false,
    })),
    combine: (results) => ({
      tables: Object.fromEntries(
        results.flatMap(({ data }, at) => {
          const id = wanted[at]?.[0];
          return data && id !== undefined ? [[id, data.table] as const] : [];
        }),
      ),
      pending: results.some(({ isPending }) => isPending),
    }),
  });
}
