import type { WorkflowDefinition } from "@flowright/definition";
import type { DecisionChoice } from "@flowright/designer";
import { useMemo } from "react";
import { useDecisionTables } from "./use-decision-tables.ts";

/** The decisions of the workspace, those that a flow asks with their tables, so that play can ask them. */
export function useDecisionsWithTables(
  definition: WorkflowDefinition,
  decisions: readonly DecisionChoice[] | undefined,
): readonly DecisionChoice[] | undefined {
  const { tables } = useDecisionTables(definition);
  const known = JSON.stringify(tables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tables are told apart by what they say; they are made anew at every look.
  return useMemo(() => {
    if (known === "{}") return decisions;
    return decisions?.map((decision) => ({ ...decision, table: tables[decision.id] }));
  }, [decisions, known]);
}
