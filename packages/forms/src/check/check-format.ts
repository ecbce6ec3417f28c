import type { Field } from "@flowright/definition";
import { decimalsOf, normalMoney } from "../value/decimal.ts";
import { isDate, isDateTime, isDuration, isTime } from "../value/temporal.ts";
import { type Check, type Place, report } from "./check.ts";

type Format = NonNullable<Field["format"]>;
type CheckedFormat = Exclude<Format, "money" | "multiline" | "reference" | "photo" | "file">;

const EMAIL = /^[^\s@<>()"]{1,64}@[^\s@<>()"]{1,190}\.[^\s@<>()".]{2,60}$/;
const PHONE = /^\+?[\d][\d\s()-]{3,24}\d$/;
const FILE_ID = /^[A-Za-z0-9_-]{1,100}$/;

const HOLDS: { readonly [format in CheckedFormat]: (text: string) => boolean } = {
  date: isDate,
  "date-time": isDateTime,
  time: isTime,
  duration: isDuration,
  person: (text) => text.trim().length > 0 && text.length <= 200,
  email: (text) => EMAIL.test(text),
  uri: isWebAddress,
  phone: (text) => PHONE.test(text),
};

/** The meaning that a format gives to a text. */
export function checkFormat(check: Check, field: Field, text: string, place: Place): void {
  const format = field.format;
  if (format === undefined || format === "multiline" || format === "reference") return;
  if (format === "money") {
    if (normalMoney(text, field.currency) !== null) return;
    const decimals = decimalsOf(field.currency);
    const example = decimals === 0 ? "1280" : `1280.${"5".padEnd(decimals, "0")}`;
    report(check, "form.money", place, { decimals, example });
    return;
  }
  if (format === "file" || format === "photo") {
    if (!FILE_ID.test(text)) report(check, "form.file", place);
    return;
  }
  // A format that a later version of the schema adds is not checked here.
  const holds = HOLDS[format];
  if (holds && !holds(text)) report(check, `form.${format}`, place);
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}
