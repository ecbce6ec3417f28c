import type { Field, Form, FormField } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import type { Rule } from "../drawing.ts";
import { textParams } from "../names.ts";
import type { Report } from "../report.ts";
import { fieldAt } from "./field-at.ts";
import { fieldsByForm } from "./form-uses.ts";

/** Forms show fields that exist where they are shown, each once. */
export const formFields: Rule = (drawing, report) => {
  const shownIn = fieldsByForm(drawing);
  for (const [index, form] of (drawing.definition.forms ?? []).entries()) {
    const variables = [...(shownIn.get(form.id) ?? [])];
    const seen = new Set<string>();
    for (const [number, section] of form.sections.entries()) {
      const path = `/forms/${index}/sections/${number}/fields`;
      checkFields(form, section.fields, variables, seen, path, report);
    }
  }
};

function checkFields(
  form: Form,
  fields: readonly FormField[],
  scopes: readonly ScopeVariables[],
  seen: Set<string>,
  path: string,
  report: Report,
): void {
  for (const [index, entry] of fields.entries()) {
    const at = `${path}/${index}`;
    const params = { ...textParams("form", form.title, form.id), field: entry.field };
    if (seen.has(entry.field)) report.add("form.field-twice", { path: `${at}/field`, params });
    seen.add(entry.field);
    if (entry.required && entry.mode === "hidden") {
      report.add("form.required-hidden", { path: `${at}/required`, params });
    }
    const found = scopes.map((variables) => fieldAt(variables, entry.field));
    const unknownIn = scopes[found.indexOf(null)];
    if (unknownIn) {
      const suggested = report.suggest(entry.field, Object.keys(unknownIn));
      report.add("form.field-unknown", { path: `${at}/field`, params: { ...params, ...suggested } });
    } else if (entry.columns) {
      const rows = found.map(rowsOf);
      if (rows.includes(null)) report.add("form.columns-misplaced", { path: `${at}/columns`, params });
      const columns = rows.filter((row) => row !== null);
      checkFields(form, entry.columns, columns, new Set(), `${at}/columns`, report);
    }
  }
}

/** The columns of a field that holds rows. */
export function rowsOf(field: Field | null): ScopeVariables | null {
  return field?.type === "array" && field.items?.properties ? field.items.properties : null;
}
