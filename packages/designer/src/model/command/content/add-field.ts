import type { Field, Form, FormField, WorkflowDefinition } from "@flowright/definition";
import { type Command, refused } from "../command.ts";

/** A new field of the case. */
export interface NewField {
  /** An NCName, not used by another field. */
  readonly name: string;
  readonly field: Field;
  /** Form that shows it; null: only in the case data. */
  readonly form: string | null;
  /** Section of the form (default: the last) and how the field is shown there. */
  readonly section?: number | undefined;
  readonly shown?: Omit<FormField, "field"> | undefined;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Adds a field to the case data and to a form, in one step. */
export function addField({ name, field, form, section, shown }: NewField): Command {
  return {
    label: { en: "Add field", "zh-CN": "添加字段" },
    execute(definition) {
      const properties = definition.variables?.properties ?? {};
      if (!NAME.test(name)) {
        return refused(
          "field.name-invalid",
          `"${name}" cannot be the name of a field: use letters, digits and _, not starting with a digit.`,
          `“${name}”不能作为字段名：只能使用字母、数字和下划线，且不能以数字开头。`,
        );
      }
      if (Object.hasOwn(properties, name)) {
        return refused("field.name-taken", `There is already a field "${name}".`, `字段“${name}”已存在。`);
      }
      const next: WorkflowDefinition = {
        ...definition,
        variables: {
          ...(definition.variables ?? { type: "object" as const }),
          properties: { ...properties, [name]: field },
        },
      };
      if (form === null) return { ok: true, definition: next };
      const target = definition.forms?.find((each) => each.id === form);
      if (!target) return refused("form.unknown", `There is no form "${form}".`, `不存在表单“${form}”。`);
      const withField = shownOn(target, { field: name, ...shown }, section);
      return {
        ok: true,
        definition: {
          ...next,
          forms: (definition.forms ?? []).map((each) => (each.id === form ? withField : each)),
        },
      };
    },
  };
}

function shownOn(form: Form, field: FormField, section: number | undefined): Form {
  if (form.sections.length === 0) return { ...form, sections: [{ fields: [field] }] };
  const at = Math.min(section ?? form.sections.length - 1, form.sections.length - 1);
  return {
    ...form,
    sections: form.sections.map((each, index) =>
      index === at ? { ...each, fields: [...each.fields, field] } : each,
    ),
  };
}
