import type { Form, LocalizedText, Node, WorkflowDefinition } from "@flowright/definition";
import {
  type BroughtAlong,
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

/** What surrounds a step that is kept as a template. */
type Around = Pick<WorkflowDefinition, "forms" | "roles" | "variables">;

/**
 * The template of a step; fields without a rule are open. Out of the flow around it come the form of the step, under an
 * id of the template's own, the fields on that form, and the roles that the step names.
 */
export function templateOfStep(
  node: Node,
  about: {
    readonly id: string;
    readonly name: LocalizedText;
    readonly description: LocalizedText;
    readonly icon?: string | undefined;
  },
  rules: { readonly [field: string]: FieldRule },
  around: Around = {},
): StepTemplate {
  const fields = presetFields(node);
  const values = node as unknown as Record<string, unknown>;
  const form = around.forms?.find(({ id }) => id === values["form"]);
  const own = form === undefined ? undefined : { ...form, id: `${about.id}-form` };
  const step = {
    kind: node.kind,
    ...Object.fromEntries(fields.map((field) => [field, values[field]])),
    ...(own === undefined ? {} : { form: own.id }),
  };
  const brings = broughtBy(step, own, around);
  return {
    schema: STEP_TEMPLATE_SCHEMA,
    ...about,
    step,
    rules: Object.fromEntries(
      Object.entries(rules).filter(([field, rule]) => fields.includes(field) && rule !== "open"),
    ),
    ...(Object.keys(brings).length === 0 ? {} : { brings }),
  };
}

function broughtBy(step: object, form: Form | undefined, around: Around): BroughtAlong {
  const named = new Set(rolesNamed(step));
  const roles = (around.roles ?? []).filter(({ id }) => named.has(id));
  const shown = new Set(
    form?.sections.flatMap(({ fields }) => fields.map(({ field }) => field.split(".")[0] ?? "")) ?? [],
  );
  const fields = Object.entries(around.variables?.properties ?? {}).filter(([name]) => shown.has(name));
  return {
    ...(form === undefined ? {} : { forms: [form] }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
}

/** Every `role` that is said anywhere in a step. */
function rolesNamed(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "role" && typeof inner === "string" ? [inner] : rolesNamed(inner),
  );
}
