import type { Field } from "@flowright/definition";
import { millionthsOf, normalMoney } from "../value/decimal.ts";
import { matchesPattern } from "../value/matches-pattern.ts";
import { type Check, MOST_TEXT, type Place, report } from "./check.ts";
import { checkFormat } from "./check-format.ts";
import { checkLimits } from "./check-number.ts";

/** Amounts are brought to the currency's decimals; anything else stays as it was written. */
export function cleanText(field: Field, text: string): string {
  return field.format === "money" ? (normalMoney(text, field.currency) ?? text) : text;
}

/** Length, pattern and format of a text that is not empty; false if it has a problem. */
export function checkText(check: Check, field: Field, text: string, place: Place): boolean {
  const before = check.problems.length;
  if (!isStorable(text)) report(check, "form.text-character", place);
  const limit = field.maxLength ?? MOST_TEXT;
  const length = text.length <= limit && field.minLength === undefined ? 0 : [...text].length;
  if (length > limit && (!check.draft || length > MOST_TEXT)) {
    report(check, "form.max-length", place, { length, limit });
  }
  if (check.draft || text === "" || check.problems.length > before) return check.problems.length === before;
  if (field.minLength !== undefined && length < field.minLength) {
    report(check, "form.min-length", place, { length, limit: field.minLength });
  }
  if (field.pattern !== undefined && !matchesPattern(field.pattern, text)) {
    report(check, "form.pattern", place, { pattern: field.pattern });
  }
  checkFormat(check, field, text, place);
  if (field.format === "money") checkAmount(check, field, text, place);
  return check.problems.length === before;
}

function checkAmount(check: Check, field: Field, text: string, place: Place): void {
  const amount = millionthsOf(text);
  if (amount === null) return;
  checkLimits(check, field, place, (limit) => {
    const other = millionthsOf(limit) ?? 0n;
    return amount < other ? -1 : Number(amount > other);
  });
}

/** PostgreSQL's jsonb takes neither U+0000 nor half a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
