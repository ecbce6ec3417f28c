import type { WorkflowDefinition } from "@flowright/definition";
import { createContext, type ReactNode, useContext } from "react";
import type { ProblemCount } from "../canvas/problem/problems-by-id.ts";
import type { Lexicon } from "../diagram/words/lexicon.ts";
import type { Sequence } from "../model/structure/tree.ts";

/** What every part of the column needs to know of the document. */
export interface ColumnScope {
  readonly definition: WorkflowDefinition;
  readonly lexicon: Lexicon;
  readonly editable: boolean;
  readonly selected: string | null;
  problemsOf(id: string): ProblemCount;
  /** A column within a column, and the steps of a block: branches and blocks hold what holds them. */
  renderColumn(sequence: Sequence, begins: string): ReactNode;
  renderContainer(container: string): ReactNode;
}

const ScopeContext = createContext<ColumnScope | null>(null);
export const ColumnScopeProvider = ScopeContext.Provider;

export function useColumnScope(): ColumnScope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("useColumnScope outside of <ColumnScopeProvider>");
  return scope;
}
