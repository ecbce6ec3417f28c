import type { Field, FormField } from "@flowright/definition";
import { compact } from "./form-content.ts";

/** Rows as the case has them and as one form shows them. */
export interface RowsEdit {
  readonly field: Field;
  readonly formField: FormField | null;
}

type Mode = NonNullable<FormField["mode"]>;
type Columns = { readonly [name: string]: Field };

/** How the form shows each column. A form without a list of columns shows all of them to edit. */
export function columnModes({ field, formField }: RowsEdit): ReadonlyMap<string, Mode> {
  const names = Object.keys(field.items?.properties ?? {});
  const listed = formField?.columns;
  return new Map(
    names.map((name) => {
      const column = listed?.find((each) => each.field === name);
      return [name, column ? (column.mode ?? "edit") : listed ? "hidden" : "edit"];
    }),
  );
}

function withColumns(
  { field, formField }: RowsEdit,
  columns: Columns,
  required?: readonly string[],
): RowsEdit {
  const wanted = required ?? field.items?.required ?? [];
  const kept = wanted.filter((name) => Object.hasOwn(columns, name));
  const items = compact<Field>({
    ...field.items,
    type: "object",
    properties: { ...columns },
    required: kept.length > 0 ? kept : undefined,
  });
  return { field: { ...field, items }, formField };
}

export function addColumn(edit: RowsEdit, name: string, column: Field): RowsEdit {
  const { field, formField } = withColumns(edit, { ...edit.field.items?.properties, [name]: column });
  const shown = formField?.columns
    ? { ...formField, columns: [...formField.columns, { field: name }] }
    : formField;
  return { field, formField: shown };
}

export function updateColumn(edit: RowsEdit, name: string, column: Field): RowsEdit {
  return withColumns(edit, { ...edit.field.items?.properties, [name]: column });
}

export function removeColumn(edit: RowsEdit, name: string): RowsEdit {
  const { [name]: _, ...rest } = edit.field.items?.properties ?? {};
  const { field, formField } = withColumns(edit, rest);
  if (!formField?.columns) return { field, formField };
  return {
    field,
    formField: { ...formField, columns: formField.columns.filter((each) => each.field !== name) },
  };
}

export function moveColumn(edit: RowsEdit, from: number, to: number): RowsEdit {
  const entries = Object.entries(edit.field.items?.properties ?? {});
  const [entry] = entries.splice(from, 1);
  if (entry) entries.splice(to, 0, entry);
  const order = entries.map(([name]) => name);
  const { field, formField } = withColumns(edit, Object.fromEntries(entries));
  if (!formField?.columns) return { field, formField };
  const columns = [...formField.columns].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return { field, formField: { ...formField, columns } };
}

export function setColumnRequired(edit: RowsEdit, name: string, required: boolean): RowsEdit {
  const others = (edit.field.items?.required ?? []).filter((each) => each !== name);
  return withColumns(edit, edit.field.items?.properties ?? {}, required ? [...others, name] : others);
}

export function setColumnMode(edit: RowsEdit, name: string, mode: Mode): RowsEdit {
  if (!edit.formField) return edit;
  const modes = new Map(columnModes(edit)).set(name, mode);
  const known = new Map(edit.formField.columns?.map((column) => [column.field, column]));
  const columns = [...modes].map(([field, each]): FormField => {
    const { mode: _, ...rest } = known.get(field) ?? { field };
    return each === "edit" ? rest : { ...rest, mode: each };
  });
  return { field: edit.field, formField: { ...edit.formField, columns } };
}
