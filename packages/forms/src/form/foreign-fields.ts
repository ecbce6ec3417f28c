import type { CaseData, Form } from "@flowright/definition";
import { type Check, pointer, report } from "../check/check.ts";
import { fieldLabel } from "../problem/field-label.ts";
import { isObject, type Json, type JsonObject } from "../value/json.ts";
import { sameJson } from "../value/same-json.ts";
import { valueAt } from "../value/value-at.ts";
import { fieldAt } from "./field-at.ts";

interface ForeignInput {
  readonly form: Form | null;
  readonly schema: CaseData;
  readonly data: JsonObject;
  readonly variables: JsonObject;
  /** Paths that the person may edit now. */
  readonly editable: ReadonlySet<string>;
}

/**
 * Reports what was sent and is not to be edited here. A client may send a read-only field back unchanged; what
 * was typed into a field before it was hidden is dropped without a word; anything else is refused, so that no
 * caller believes it was written.
 */
export function reportForeignFields(check: Check, input: ForeignInput): void {
  const modes = new Map<string, string>();
  for (const section of input.form?.sections ?? []) {
    for (const field of section.fields) modes.set(field.field, field.mode ?? "edit");
  }
  const visit = (object: JsonObject, prefix: string, path: string): void => {
    for (const [name, value] of Object.entries(object)) {
      const dotted = prefix ? `${prefix}.${name}` : name;
      const at = pointer(path, name);
      if (input.editable.has(dotted)) continue;
      if (isObject(value) && holdsFormField(modes, dotted)) visit(value, dotted, at);
      else reportOne(check, input, modes, dotted, at, value);
    }
  };
  visit(input.data, "", "");
}

function holdsFormField(modes: ReadonlyMap<string, string>, prefix: string): boolean {
  for (const path of modes.keys()) if (path.startsWith(`${prefix}.`)) return true;
  return false;
}

function reportOne(
  check: Check,
  input: ForeignInput,
  modes: ReadonlyMap<string, string>,
  dotted: string,
  path: string,
  value: Json,
): void {
  const field = fieldAt(input.schema, dotted);
  const label = fieldLabel(dotted, undefined, field?.title);
  if (field === undefined) {
    report(check, "form.field-unknown", { path, label, depth: 0 });
    return;
  }
  const hiddenNow = modes.get(dotted) === "edit" && field.readOnly !== true;
  const stored = valueAt(input.variables, dotted);
  if (hiddenNow || sameJson(value, stored) || (value === null && stored === undefined)) return;
  report(check, "form.field-not-here", { path, label, depth: 0 });
}
