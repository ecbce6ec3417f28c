import type { Node } from "@flowright/definition";
import { type FieldRule, type KeptStepTemplate, templateOf } from "@flowright/templates";
import { useMemo } from "react";
import { rulesOf } from "../../model/template/fixed-settings.ts";
import { useDesigner } from "../../store-context.ts";

/** The template that a step came from, as the workspace has it now; null for none, or one that is gone. */
export function useStepTemplate(node: Node | undefined): KeptStepTemplate | null {
  const used = node === undefined ? null : templateOf(node);
  const templates = useDesigner((state) => state.stepTemplates);
  return templates.find(({ content }) => content.id === used?.id) ?? null;
}

/** How the settings of a step stand by its template; undefined without one. */
export function useTemplateRules(
  node: Node | undefined,
): { readonly [setting: string]: FieldRule } | undefined {
  const template = useStepTemplate(node);
  return useMemo(() => (template === null ? undefined : rulesOf(template.content)), [template]);
}
