import type { DecisionTable } from "@flowright/definition";
import { useMemo } from "react";
import { useDesigner } from "../store-context.ts";

/** The tables of the workspace that the hosting page has given, by id. */
export function useDecisionTables(): { readonly [id: string]: DecisionTable } {
  const decisions = useDesigner((state) => state.decisions);
  return useMemo(
    () =>
      Object.fromEntries((decisions ?? []).flatMap(({ id, table }) => (table ? [[id, table] as const] : []))),
    [decisions],
  );
}
