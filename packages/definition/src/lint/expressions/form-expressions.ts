import type { FormField } from "../../generated/workflow.ts";
import { type ScopeVariables, withFields } from "../../model/with-fields.ts";
import { fieldAt } from "../data/field-at.ts";
import { rowsOf } from "../data/form-fields.ts";
import { fieldsByForm } from "../data/form-uses.ts";
import type { Drawing } from "../drawing.ts";
import { type ExpressionPlace, expression } from "./expression-place.ts";

/** The conditions of form fields, once for each set of fields that the form is shown over. */
export function* formExpressions(drawing: Drawing): Generator<ExpressionPlace> {
  const shownIn = fieldsByForm(drawing);
  for (const [index, form] of (drawing.definition.forms ?? []).entries()) {
    for (const variables of shownIn.get(form.id) ?? []) {
      for (const [number, { fields }] of form.sections.entries()) {
        yield* ofFields(fields, `/forms/${index}/sections/${number}/fields`, variables);
      }
    }
  }
}

function* ofFields(
  fields: readonly FormField[],
  path: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  for (const [index, field] of fields.entries()) {
    const at = `${path}/${index}`;
    yield* expression(field.visibleWhen, `${at}/visibleWhen`, undefined, types, "boolean");
    yield* expression(field.requiredWhen, `${at}/requiredWhen`, undefined, types, "boolean");
    const columns = field.columns ?? [];
    const row = columns.length > 0 ? rowsOf(fieldAt(types, field.field)) : null;
    if (columns.length > 0) yield* ofFields(columns, `${at}/columns`, row ? withFields(types, row) : types);
  }
}
