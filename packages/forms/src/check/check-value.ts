import type { Field } from "@flowright/definition";
import { entryLabel, fieldLabel } from "../problem/field-label.ts";
import { isEmpty } from "../value/is-empty.ts";
import type { Json, JsonObject } from "../value/json.ts";
import { ownProperty, setOwnProperty } from "../value/own-property.ts";
import { type Check, MOST_DEPTH, MOST_ENTRIES, MOST_VALUES, type Place, pointer, report } from "./check.ts";
import { checkChoice } from "./check-choice.ts";
import { checkEntries } from "./check-entries.ts";
import { checkNumber } from "./check-number.ts";
import { checkText, cleanText } from "./check-text.ts";
import { reportType } from "./report-type.ts";

/** Checks one value against its field and returns it cleaned: amounts brought to their decimals. */
export function checkValue(check: Check, field: Field, value: Json, place: Place): Json {
  check.values += 1;
  if (check.values > MOST_VALUES) {
    if (check.values === MOST_VALUES + 1) report(check, "form.too-large", place, { limit: MOST_VALUES });
    return null;
  }
  if (place.depth > MOST_DEPTH) {
    report(check, "form.too-deep", place, { limit: MOST_DEPTH });
    return null;
  }
  if (value === null) return null;
  if (reportType(check, field, value, place)) return value;
  if (typeof value === "string") {
    const text = cleanText(field, value);
    if (checkText(check, field, text, place)) checkChoice(check, field, text, place);
    return text;
  }
  if (typeof value === "number") {
    checkNumber(check, field, value, place);
    checkChoice(check, field, value, place);
    return value;
  }
  if (typeof value === "boolean") {
    checkChoice(check, field, value, place);
    return value;
  }
  return Array.isArray(value)
    ? checkList(check, field, value, place)
    : checkObject(check, field, value, place);
}

function checkList(check: Check, field: Field, list: Json[], place: Place): Json[] {
  checkEntries(check, field, list, place);
  const entry = field.items ?? {};
  return list.slice(0, MOST_ENTRIES).map((value, index) => {
    const at = {
      path: pointer(place.path, index),
      label: entryLabel(place.label, index),
      depth: place.depth + 1,
    };
    if (isEmpty(value) && !check.draft) report(check, "form.required", at);
    return checkValue(check, entry, value, at);
  });
}

/** The fields of an object, each against its own schema; without declared fields anything storable goes. */
export function checkObject(check: Check, field: Field, value: JsonObject, place: Place): JsonObject {
  const clean: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) {
    const known = field.properties ? ownProperty(field.properties, name) : {};
    const at = {
      path: pointer(place.path, name),
      label: fieldLabel(name, undefined, known?.title),
      depth: place.depth + 1,
    };
    if (known === undefined) report(check, "form.field-unknown", at);
    else setOwnProperty(clean, name, checkValue(check, known, inner, at));
  }
  for (const name of check.draft ? [] : (field.required ?? [])) {
    if (!isEmpty(ownProperty(value, name))) continue;
    const label = fieldLabel(name, undefined, ownProperty(field.properties, name)?.title);
    report(check, "form.required", { path: pointer(place.path, name), label, depth: place.depth + 1 });
  }
  return clean;
}
