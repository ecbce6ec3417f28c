import type { CaseData, Field } from "@flowright/definition";
import type { FieldRule } from "@flowright/templates";
import { createContext, useContext } from "react";

/** What the properties below are about. */
export interface PanelScope {
  /** JSON Pointer of the step, line or flow, e.g. `/nodes/3`. */
  readonly path: string;
  /** Fields that its expressions read, inner ones in front. */
  readonly fields: { readonly [name: string]: Field };
  /** How settings of the step stand that a template does not leave open. */
  readonly rules?: { readonly [setting: string]: FieldRule } | undefined;
}

const ScopeContext = createContext<PanelScope>({ path: "", fields: {} });

export const PanelScopeProvider = ScopeContext.Provider;

export function usePanelScope(): PanelScope {
  return useContext(ScopeContext);
}

/** How the template of the step has the settings at these places: the least strict that any of them has. */
export function useTemplateRule(places: readonly string[]): FieldRule {
  const { rules } = usePanelScope();
  if (rules === undefined || places.length === 0) return "open";
  const stand = places.map((place) => rules[place.split("/")[1] ?? ""] ?? "open");
  return stand.includes("open") ? "open" : stand.includes("locked") ? "locked" : "hidden";
}

/** Fields as the schema that editors of conditions take. */
export type ScopeFields = CaseData["properties"];
