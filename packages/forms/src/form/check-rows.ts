import type { CaseData } from "@flowright/definition";
import { type Check, MOST_ENTRIES, type Place, pointer, report } from "../check/check.ts";
import { checkEntries } from "../check/check-entries.ts";
import { checkValue } from "../check/check-value.ts";
import { cellLabel, entryLabel, fieldLabel } from "../problem/field-label.ts";
import { isEmpty } from "../value/is-empty.ts";
import { isObject, type Json, type JsonObject } from "../value/json.ts";
import { ownProperty, setOwnProperty } from "../value/own-property.ts";
import { sameJson } from "../value/same-json.ts";
import { type ColumnView, cellState } from "./column-view.ts";
import type { FieldView } from "./form-view.ts";

interface RowsContext {
  readonly schema: CaseData;
  readonly values: JsonObject;
  readonly now: string;
  /** The rows as the case has them: what this form does not let edit stays as it is there. */
  readonly stored: Json | undefined;
}

/** Rows of a form: each visible column by its own mode; other columns keep what the case has. */
export function checkRows(
  check: Check,
  view: FieldView,
  rows: readonly Json[],
  place: Place,
  context: RowsContext,
): Json[] {
  checkEntries(check, view.field, rows, place);
  const stored = Array.isArray(context.stored) ? context.stored : [];
  if (view.fixedRows && rows.length !== stored.length) {
    report(check, "form.rows-fixed", place, { expected: stored.length });
  }
  return rows.slice(0, MOST_ENTRIES).map((row, index) => {
    const at = {
      path: pointer(place.path, index),
      label: entryLabel(place.label, index),
      depth: place.depth + 1,
    };
    if (!isObject(row)) {
      if (row === null && !check.draft) report(check, "form.required", at);
      return checkValue(check, view.field.items ?? {}, row, at);
    }
    const before = stored[index];
    return checkRow(check, view, row, isObject(before) && view.fixedRows ? before : {}, at, index, context);
  });
}

function checkRow(
  check: Check,
  view: FieldView,
  row: JsonObject,
  before: JsonObject,
  place: Place,
  index: number,
  context: RowsContext,
): JsonObject {
  reportForeignCells(check, view, row, before, place, index);
  const clean: JsonObject = { ...before };
  for (const column of view.columns) {
    if (!column.editable) continue;
    const state = cellState(column, row, context.values, context.schema, context.now);
    if (!state.visible) {
      delete clean[column.name];
      continue;
    }
    const at = cellPlace(place, view, index, column);
    const value = ownProperty(row, column.name);
    if (isEmpty(value)) {
      if (state.required && !check.draft) report(check, "form.required", at);
      delete clean[column.name];
    } else {
      setOwnProperty(clean, column.name, checkValue(check, column.field, value ?? null, at));
    }
  }
  return clean;
}

function cellPlace(place: Place, view: FieldView, index: number, column: ColumnView): Place {
  return {
    path: pointer(place.path, column.name),
    label: cellLabel(view.label, index, column.label),
    depth: place.depth + 1,
  };
}

function reportForeignCells(
  check: Check,
  view: FieldView,
  row: JsonObject,
  before: JsonObject,
  place: Place,
  index: number,
): void {
  const columns = view.field.items?.properties;
  const editable = new Set(view.columns.filter((column) => column.editable).map((column) => column.name));
  for (const [name, value] of Object.entries(row)) {
    if (editable.has(name)) continue;
    const field = ownProperty(columns, name);
    const same = isEmpty(value) || sameJson(value, ownProperty(before, name));
    if (field !== undefined && same) continue;
    const label = cellLabel(view.label, index, fieldLabel(name, undefined, field?.title));
    report(check, field === undefined ? "form.field-unknown" : "form.field-not-here", {
      path: pointer(place.path, name),
      label,
      depth: place.depth + 1,
    });
  }
}
