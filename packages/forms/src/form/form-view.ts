import type { BilingualText, CaseData, Field, Form, FormField, LocalizedText } from "@flowright/definition";
import { fieldLabel } from "../problem/field-label.ts";
import type { Json, JsonObject } from "../value/json.ts";
import { valueAt, withValueAt } from "../value/value-at.ts";
import { type ColumnView, columnsOf, rowsAreFixed } from "./column-view.ts";
import { conditionHolds } from "./condition-holds.ts";
import { fieldAt } from "./field-at.ts";

export interface FormInput {
  readonly form: Form;
  readonly schema: CaseData;
  /** What the person filled in, by case field. */
  readonly data: JsonObject;
  /** The case as it is stored. */
  readonly variables: JsonObject;
  readonly now: string;
}

/** One field as it stands in front of the person now. */
export interface FieldView {
  readonly path: string;
  readonly formField: FormField;
  readonly field: Field;
  readonly editable: boolean;
  readonly required: boolean;
  readonly label: BilingualText;
  readonly help: LocalizedText | undefined;
  /** What was filled in, else what the case has, else the field's default. */
  readonly value: Json | undefined;
  readonly columns: readonly ColumnView[];
  /** Rows may be neither added nor removed, because they hold values that cannot be entered here. */
  readonly fixedRows: boolean;
}

interface SectionView {
  readonly title: LocalizedText | undefined;
  readonly fields: readonly FieldView[];
}

export interface FormView {
  readonly sections: readonly SectionView[];
  /** All values that conditions read: the case with what was filled in on top. */
  readonly values: JsonObject;
}

/** Rounds in which a condition may still change what another condition reads; a cycle ends here. */
const MOST_ROUNDS = 6;

/** Which fields of a form are shown now, in which mode, with which values. Shared by validator and renderer. */
export function formView(input: FormInput): FormView {
  let hidden = new Set<string>();
  let values = currentValues(input, hidden);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = hiddenFields(input, values);
    if (next.size === hidden.size && [...next].every((path) => hidden.has(path))) break;
    hidden = next;
    values = currentValues(input, hidden);
  }
  const sections = input.form.sections.map((section) => ({
    title: section.title,
    fields: section.fields.flatMap((formField) =>
      hidden.has(formField.field) ? [] : viewOf(input, formField, values),
    ),
  }));
  return { sections: sections.filter((section) => section.fields.length > 0), values };
}

function viewOf(input: FormInput, formField: FormField, values: JsonObject): FieldView[] {
  const field = fieldAt(input.schema, formField.field);
  if (!field) return [];
  const columns = columnsOf(formField, field);
  const types = input.schema.properties;
  const asked =
    formField.requiredWhen !== undefined && conditionHolds(formField.requiredWhen, types, values, input.now);
  return [
    {
      path: formField.field,
      formField,
      field,
      editable: isEditable(formField, field),
      required: formField.required === true || asked,
      label: fieldLabel(formField.field, formField.label, field.title),
      help: formField.help ?? field.description,
      value: valueAt(values, formField.field),
      columns,
      fixedRows: rowsAreFixed(columns, valueAt(input.variables, formField.field)),
    },
  ];
}

function isEditable(formField: FormField, field: Field): boolean {
  return (formField.mode ?? "edit") === "edit" && field.readOnly !== true;
}

function hiddenFields(input: FormInput, values: JsonObject): Set<string> {
  const hidden = new Set<string>();
  for (const section of input.form.sections) {
    for (const { field, mode, visibleWhen } of section.fields) {
      const shown =
        visibleWhen === undefined || conditionHolds(visibleWhen, input.schema.properties, values, input.now);
      if (mode === "hidden" || !shown) hidden.add(field);
    }
  }
  return hidden;
}

/** The case with the visible editable fields on top: a hidden field decides nothing with what was typed into it. */
function currentValues(input: FormInput, hidden: ReadonlySet<string>): JsonObject {
  let values = input.variables;
  for (const section of input.form.sections) {
    for (const formField of section.fields) {
      const field = fieldAt(input.schema, formField.field);
      if (!field || hidden.has(formField.field) || !isEditable(formField, field)) continue;
      const typed = valueAt(input.data, formField.field);
      if (typed !== undefined) values = withValueAt(values, formField.field, typed);
      else if (field.default !== undefined && valueAt(values, formField.field) === undefined) {
        values = withValueAt(values, formField.field, field.default as Json);
      }
    }
  }
  return values;
}
