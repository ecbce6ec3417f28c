import type { CaseData, Field } from "@flowright/definition";
import { createContext, useContext } from "react";

/** What the properties below are about. */
export interface PanelScope {
  /** JSON Pointer of the step, line or flow, e.g. `/nodes/3`. */
  readonly path: string;
  /** Fields that its expressions read, inner ones in front. */
  readonly fields: { readonly [name: string]: Field };
}

const ScopeContext = createContext<PanelScope>({ path: "", fields: {} });

export const PanelScopeProvider = ScopeContext.Provider;

export function usePanelScope(): PanelScope {
  return useContext(ScopeContext);
}

/** Fields as the schema that editors of conditions take. */
export type ScopeFields = CaseData["properties"];
