import type { LocalizedText, Node } from "@flowright/definition";
import {
  type FieldRule,
  OWN_FIELDS,
  STEP_KINDS,
  STEP_TEMPLATE_SCHEMA,
  type StepTemplate,
} from "./step-template.ts";

/** Whether a step of this kind can be kept as a template. */
export function canBeStepTemplate(node: Node): boolean {
  return STEP_KINDS.some((kind) => kind === node.kind);
}

/** The fields of a step that a template would preset, in their order. */
export function presetFields(node: Node): string[] {
  return Object.keys(node).filter((field) => !OWN_FIELDS.some((own) => own === field));
}

/** The template of a step; fields without a rule are open. */
export function templateOfStep(
  node: Node,
  about: { readonly id: string; readonly name: LocalizedText; readonly description: LocalizedText },
  rules: { readonly [field: string]: FieldRule },
): StepTemplate {
  const fields = presetFields(node);
  const values = node as unknown as Record<string, unknown>;
  return {
    schema: STEP_TEMPLATE_SCHEMA,
    ...about,
    step: { kind: node.kind, ...Object.fromEntries(fields.map((field) => [field, values[field]])) },
    rules: Object.fromEntries(
      Object.entries(rules).filter(([field, rule]) => fields.includes(field) && rule !== "open"),
    ),
  };
}
