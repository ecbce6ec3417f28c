import type { Problem } from "@flowright/definition";
import { useMemo } from "react";
import type { Refusal } from "../../model/command/command.ts";
import { NO_TEMPLATES } from "../../model/template/step-templates.ts";
import { useDesigner } from "../../store-context.ts";
import type { QuickFix } from "./quick-fix.ts";
import { quickFixes } from "./quick-fixes.ts";

/** What mends a problem at once, without what would change a setting that a step template fixes; and why that is left out. */
export function useAllowedFixes(problem: Problem): {
  readonly fixes: readonly QuickFix[];
  readonly refusal: Refusal | null;
} {
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const effects = useDesigner((state) => state.templateEffects);
  return useMemo(() => {
    const all = readOnly ? [] : quickFixes(definition, problem);
    // Trying each is only worth it where there are templates at all.
    if (effects === NO_TEMPLATES) return { fixes: all, refusal: null };
    const tried = all.map((fix) => {
      const outcome = fix.command.execute(definition);
      return { fix, refusal: outcome.ok ? effects.refuses(definition, outcome.definition) : null };
    });
    return {
      fixes: tried.filter(({ refusal }) => refusal === null).map(({ fix }) => fix),
      refusal: tried.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    };
  }, [definition, readOnly, effects, problem]);
}
