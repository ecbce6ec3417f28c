import type { CaseData, Field, Form, FormField, WorkflowDefinition } from "@flowright/definition";
import { setOwnProperty } from "../../value/own-property.ts";

/** What the builder edits: the case's fields and all forms. */
export type FormContent = Pick<WorkflowDefinition, "variables" | "forms">;

const NO_FIELDS: CaseData = { type: "object", properties: {} };

export function schemaOf(content: FormContent): CaseData {
  return content.variables ?? NO_FIELDS;
}

export function formOf(content: FormContent, formId: string): Form | undefined {
  return content.forms?.find((form) => form.id === formId);
}

export function withForm(content: FormContent, formId: string, change: (form: Form) => Form): FormContent {
  return {
    ...content,
    forms: content.forms?.map((form) => (form.id === formId ? change(form) : form)) ?? [],
  };
}

/** Changes the case field at a dotted path. */
export function withCaseField(
  content: FormContent,
  path: string,
  change: (field: Field) => Field,
): FormContent {
  const schema = schemaOf(content);
  return {
    ...content,
    variables: { ...schema, properties: changed(schema.properties, path.split("."), change) },
  };
}

type Properties = CaseData["properties"];

function changed(
  properties: Properties,
  names: readonly string[],
  change: (field: Field) => Field,
): Properties {
  const [name, ...rest] = names;
  const next: Properties = {};
  for (const [key, field] of Object.entries(properties)) {
    if (key !== name) setOwnProperty(next, key, field);
    else if (rest.length === 0) setOwnProperty(next, key, change(field));
    else {
      setOwnProperty(next, key, { ...field, properties: changed(field.properties ?? {}, rest, change) });
    }
  }
  return next;
}

/** Adds a field at the end of the case's fields. */
export function withNewCaseField(content: FormContent, name: string, field: Field): FormContent {
  const schema = schemaOf(content);
  return { ...content, variables: { ...schema, properties: { ...schema.properties, [name]: field } } };
}

/** Leaves out what is undefined: optional fields of a definition are absent, not undefined. */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

export function fieldsOf(form: Form): readonly FormField[] {
  return form.sections.flatMap((section) => section.fields);
}
