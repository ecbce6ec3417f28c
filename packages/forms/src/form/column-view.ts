import type { BilingualText, CaseData, Field, FormField } from "@flowright/definition";
import { fieldLabel } from "../problem/field-label.ts";
import { isEmpty } from "../value/is-empty.ts";
import { isObject, type Json, type JsonObject } from "../value/json.ts";
import { ownProperty } from "../value/own-property.ts";
import { conditionHolds, type FieldTypes } from "./condition-holds.ts";

/** One column of rows as this form shows it. */
export interface ColumnView {
  readonly name: string;
  readonly field: Field;
  readonly editable: boolean;
  readonly required: boolean;
  readonly label: BilingualText;
  readonly formField: FormField;
  /** Types that the column's conditions see: the case's fields, and the row's on top. */
  readonly rowFields: { readonly [name: string]: Field };
}

/** The visible columns of a field that holds rows, in the form's order, else in the schema's. */
export function columnsOf(formField: FormField, field: Field): readonly ColumnView[] {
  const rowFields = field.items?.properties;
  if (field.type !== "array" || !rowFields) return [];
  const shown = formField.columns ?? Object.keys(rowFields).map((name): FormField => ({ field: name }));
  return shown.flatMap((column) => {
    const columnField = ownProperty(rowFields, column.field);
    if (!columnField || column.mode === "hidden") return [];
    return [
      {
        name: column.field,
        field: columnField,
        editable: column.mode !== "read" && columnField.readOnly !== true,
        required: column.required ?? field.items?.required?.includes(column.field) ?? false,
        label: fieldLabel(column.field, column.label, columnField.title),
        formField: column,
        rowFields,
      },
    ];
  });
}

/** A stored row keeps what this form cannot enter; such rows stay as many as they are. */
export function rowsAreFixed(columns: readonly ColumnView[], stored: Json | undefined): boolean {
  if (columns.length === 0 || !Array.isArray(stored)) return false;
  const enterable = new Set(columns.filter((column) => column.editable).map((column) => column.name));
  return stored.some(
    (row) =>
      isObject(row) && Object.entries(row).some(([name, value]) => !enterable.has(name) && !isEmpty(value)),
  );
}

interface CellState {
  readonly visible: boolean;
  readonly required: boolean;
}

/** How one cell stands: conditions of a column read the row first, then the case. */
export function cellState(
  column: ColumnView,
  row: JsonObject,
  values: JsonObject,
  schema: CaseData,
  now: string,
): CellState {
  const { visibleWhen, requiredWhen } = column.formField;
  if (visibleWhen === undefined && requiredWhen === undefined) {
    return { visible: true, required: column.required };
  }
  const types = rowTypes(schema.properties, column.rowFields);
  const scope = { ...values, ...row };
  const visible = visibleWhen === undefined || conditionHolds(visibleWhen, types, scope, now);
  const asked = requiredWhen !== undefined && conditionHolds(requiredWhen, types, scope, now);
  return { visible, required: visible && (column.required || asked) };
}

const merged = new WeakMap<object, FieldTypes>();

/** The same object for the same row schema, so that compiled conditions are found again. */
function rowTypes(caseFields: FieldTypes, rowFields: FieldTypes): FieldTypes {
  const known = merged.get(rowFields);
  if (known) return known;
  const types = { ...caseFields, ...rowFields };
  merged.set(rowFields, types);
  return types;
}
