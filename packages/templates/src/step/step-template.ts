import type { Field, Form, LocalizedText, Node, Role } from "@flowright/definition";

export const STEP_TEMPLATE_SCHEMA = "flowright/step-template/v1";

/** How a field of a step from a template stands: free to change, shown but fixed, or not shown at all. */
export type FieldRule = "open" | "locked" | "hidden";

/** A step to begin with: a kind, fields that are filled, and which of them stay as they are. */
export interface StepTemplate {
  readonly schema: typeof STEP_TEMPLATE_SCHEMA;
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** Name of the drawing that it is found by; left out, that of its kind. */
  readonly icon?: string | undefined;
  /** The step without id and place. */
  readonly step: { readonly kind: Node["kind"]; readonly [field: string]: unknown };
  /** Fields that are not open. */
  readonly rules: { readonly [field: string]: FieldRule };
  /** What the step names and a flow may lack. */
  readonly brings?: BroughtAlong | undefined;
}

/** What comes into a flow with a step: its form, the fields of the case on it, and the roles that it names. */
export interface BroughtAlong {
  readonly forms?: readonly Form[] | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly fields?: { readonly [name: string]: Field } | undefined;
}

/** Kinds that can be kept as a step template: what people or systems do. */
export const STEP_KINDS = [
  "userTask",
  "approval",
  "serviceTask",
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "receiveTask",
  "manualTask",
  "callActivity",
] as const;

/** Fields of a step that belong to where it is drawn, not to what it does. */
export const OWN_FIELDS = ["id", "kind", "position", "template", "loop", "optional"] as const;
