import type { CaseData, Form, Problem } from "@flowright/definition";
import { createCheck, MOST_DEPTH, pointer, report } from "../check/check.ts";
import { checkValue } from "../check/check-value.ts";
import { deepest } from "../value/deepest.ts";
import { isEmpty } from "../value/is-empty.ts";
import { type GivenJsonObject, isObject, type Json, type JsonObject } from "../value/json.ts";
import { valueAt, withValueAt } from "../value/value-at.ts";
import { checkRows } from "./check-rows.ts";
import { reportForeignFields } from "./foreign-fields.ts";
import { type FieldView, formView } from "./form-view.ts";

interface FormCheck {
  /** Null: the step has no form, and nothing may be written. */
  readonly form: Form | null;
  readonly schema: CaseData;
  /** What the person filled in, by case field. */
  readonly data: GivenJsonObject;
  /** The case as it is stored. */
  readonly variables: GivenJsonObject;
  /** The instant that `now()` and `today()` in conditions mean. */
  readonly now: string;
  /** A draft may be half filled: only what could not be stored is a problem. */
  readonly stage: "complete" | "draft";
}

interface Input extends FormCheck {
  readonly data: JsonObject;
  readonly variables: JsonObject;
}

const FORM = { en: "The form", "zh-CN": "表单" };

/**
 * Checks what a person filled in at a step, in the browser and on the server alike, and returns what may be
 * written: visible editable fields only, by top-level name, with the rest of a group as the case has it. Paths
 * are JSON Pointers into the data. Never throws, whatever the data is.
 */
export function checkForm(given: FormCheck): { problems: Problem[]; data: JsonObject } {
  const input = given as Input;
  const check = createCheck(input.stage === "draft");
  const whole = { path: "", label: FORM, depth: 0 };
  if (!isObject(input.data)) {
    checkValue(check, { type: "object" }, Array.isArray(input.data) ? [] : "", whole);
    return { problems: check.problems, data: {} };
  }
  if (deepest(input.data, MOST_DEPTH) > MOST_DEPTH) {
    report(check, "form.too-deep", whole, { limit: MOST_DEPTH });
    return { problems: check.problems, data: {} };
  }
  const view = input.form ? formView({ ...input, form: input.form }) : { sections: [], values: {} };
  const fields = view.sections.flatMap((section) => section.fields);
  const editable = fields.filter((field) => field.editable);
  let clean: JsonObject = {};
  for (const field of editable) {
    const value = cleanField(check, field, input, view.values);
    if (value !== undefined) clean = written(clean, field.path, value, input.variables);
  }
  reportForeignFields(check, { ...input, editable: new Set(editable.map((field) => field.path)) });
  return { problems: check.problems, data: clean };
}

/** The cleaned value of one field; undefined where nothing is to be written. */
function cleanField(
  check: ReturnType<typeof createCheck>,
  view: FieldView,
  input: Input,
  values: JsonObject,
): Json | undefined {
  const place = {
    path: view.path.split(".").reduce((path, name) => pointer(path, name), ""),
    label: view.label,
    depth: 1,
  };
  if (view.required && !check.draft && isEmpty(view.value)) report(check, "form.required", place);
  const stored = valueAt(input.variables, view.path);
  const given = valueAt(input.data, view.path);
  // A default that was shown and left alone is what the person meant.
  const value = given === undefined && stored === undefined && !check.draft ? view.value : given;
  if (value === undefined) return undefined;
  if (isEmpty(value) && !Array.isArray(value)) return stored === undefined ? undefined : null;
  if (Array.isArray(value) && view.columns.length > 0) {
    const context = { schema: input.schema, values, now: input.now, stored };
    return checkRows(check, view, value, place, context);
  }
  return checkValue(check, view.field, value, place);
}

/** Writes into a group that the case has already, so that its other fields survive the write of the whole. */
function written(data: JsonObject, path: string, value: Json, variables: JsonObject): JsonObject {
  const top = path.split(".", 1)[0] ?? path;
  const stored = variables[top];
  const base =
    top !== path && data[top] === undefined && isObject(stored) ? { ...data, [top]: stored } : data;
  return withValueAt(base, path, value);
}
