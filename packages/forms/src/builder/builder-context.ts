import type { CaseData } from "@flowright/definition";
import { createContext, type ReactNode, useContext } from "react";
import type { FormLanguage } from "../react/form-language.ts";
import type { BuilderTranslate } from "./builder-texts.ts";

export interface ConditionSlot {
  readonly label: string;
  /** Its place in the definition, e.g. `/forms/0/sections/1/fields/2/visibleWhen`. */
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Fields that the condition may read. */
  readonly fields: CaseData["properties"];
}

interface BuilderContextValue {
  readonly language: FormLanguage;
  readonly t: BuilderTranslate;
  /** Draws the editor of a condition; the designer gives its condition builder here. */
  readonly renderCondition: (slot: ConditionSlot) => ReactNode;
}

const BuilderContext = createContext<BuilderContextValue | null>(null);

export const BuilderContextProvider = BuilderContext.Provider;

export function useBuilder(): BuilderContextValue {
  const context = useContext(BuilderContext);
  if (!context) throw new Error("useBuilder outside of the form builder");
  return context;
}
