import { type Field, textOf } from "@flowright/definition";
import { choicesOf } from "../../value/choices-of.ts";
import { decimalsOf } from "../../value/decimal.ts";
import { currencySymbol } from "../currency-symbol.ts";
import type { FormLanguage } from "../form-language.ts";
import type { FormTranslate } from "../form-texts.ts";

/** A single value as text for reading. */
export function formattedValue(
  field: Field,
  value: string | number | boolean,
  language: FormLanguage,
  t: FormTranslate,
): string {
  const choice = choicesOf(field)?.find((each) => each.value === value);
  if (choice) return textOf(choice.title, language) || String(value);
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number")
    return withUnit(new Intl.NumberFormat(language).format(value), field, language);
  switch (field.format) {
    case "money":
      return money(value, field.currency);
    case "date":
      return moment(`${value}T00:00:00`, value, language, { dateStyle: "medium" });
    case "date-time":
      return moment(value, value, language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
    case "duration":
      return duration(value, t);
    default:
      return field.type === "number" ? withUnit(value, field, language) : value;
  }
}

function withUnit(number: string, field: Field, language: FormLanguage): string {
  const unit = textOf(field.unit, language);
  return unit ? `${number} ${unit}` : number;
}

/** Thousands are grouped in the text itself: a decimal must not pass through binary fractions. */
function money(amount: string, currency: string | undefined): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) return amount;
  const grouped = (match[2] ?? "").replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = decimalsOf(currency);
  const fraction = decimals > 0 ? `.${(match[3] ?? "").padEnd(decimals, "0")}` : "";
  return `${match[1]}${currencySymbol(currency)}${grouped}${fraction}`;
}

function moment(
  text: string,
  fallback: string,
  language: FormLanguage,
  options: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? fallback : new Intl.DateTimeFormat(language, options).format(date);
}

function duration(text: string, t: FormTranslate): string {
  const match = /^P(?:T(\d+)M|T(\d+)H|(\d+)D|(\d+)W)$/.exec(text);
  if (!match) return text;
  const units = ["minutes", "hours", "days", "weeks"] as const;
  const at = [match[1], match[2], match[3], match[4]].findIndex((part) => part !== undefined);
  return `${match[at + 1]} ${t(units[at] ?? "days")}`;
}
