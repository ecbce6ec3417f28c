import { type Field, textOf } from "@flowright/definition";
import { choicesOf } from "../value/choices-of.ts";
import { type Check, type Place, report } from "./check.ts";

const MOST_NAMED = 12;

/** A value of a field with choices is one of them; a constant is its only choice. */
export function checkChoice(
  check: Check,
  field: Field,
  value: string | number | boolean,
  place: Place,
): void {
  if (check.draft) return;
  if (field.const !== undefined && field.const !== value) {
    report(check, "form.choice", place, {
      value: String(value).slice(0, 100),
      choicesEn: String(field.const),
      choicesZh: String(field.const),
    });
    return;
  }
  const choices = choicesOf(field);
  if (choices === null || choices.some((choice) => choice.value === value)) return;
  const named = choices.slice(0, MOST_NAMED);
  const more = choices.length > MOST_NAMED ? "…" : "";
  report(check, "form.choice", place, {
    value: String(value).slice(0, 100),
    choicesEn: named.map((choice) => textOf(choice.title, "en") || String(choice.value)).join(", ") + more,
    choicesZh: named.map((choice) => textOf(choice.title, "zh-CN") || String(choice.value)).join("、") + more,
  });
}
