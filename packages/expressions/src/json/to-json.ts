import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError, Failure, fail } from "../error/failure.ts";
import { isDecimal } from "../number/decimal.ts";
import { moneyDigits, numberText } from "../number/feel-number.ts";
import { DEPTH_LIMIT, LIST_LIMIT, TEXT_LIMIT } from "../syntax/limits.ts";
import { DAY, dayInRange } from "../temporal/calendar.ts";
import { writeTemporal } from "../temporal/write-temporal.ts";
import { describe } from "../value/describe.ts";
import type { FeelContext, FeelDate, FeelDateTime, FeelNumber, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { FieldType } from "./field-type.ts";
import { entryType } from "./from-json.ts";
import type { Json } from "./json.ts";

const NOWHERE = { offset: 0, length: 0 };

/** Turns a value into the JSON that is stored for a field of this type; never silently changes a value. */
export function toJson(
  value: FeelValue,
  type?: FieldType,
): { ok: true; value: Json } | { ok: false; error: ExpressionError } {
  const left = { nodes: LIST_LIMIT, characters: TEXT_LIMIT };
  try {
    return { ok: true, value: convert(value, type, left, 0) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

function convert(
  value: FeelValue,
  type: FieldType | undefined,
  left: { nodes: number; characters: number },
  depth: number,
): Json {
  left.nodes -= 1;
  if (left.nodes < 0) tooLarge(LIST_LIMIT);
  if (depth > DEPTH_LIMIT) fail("too-deep", NOWHERE, { limit: DEPTH_LIMIT });
  const kind = kindOf(value);
  switch (kind) {
    case "null":
    case "boolean":
      return value as null | boolean;
    case "string":
      left.characters -= (value as string).length;
      if (left.characters < 0) tooLarge(TEXT_LIMIT);
      return value as string;
    case "number":
      return numberJson(value as FeelNumber, type);
    case "list":
      return (value as readonly FeelValue[]).map((item) => convert(item, type?.items, left, depth + 1));
    case "context": {
      const context = value as FeelContext;
      return Object.fromEntries(
        context
          .names()
          .map((name) => [name, convert(context.get(name) ?? null, entryType(type, name), left, depth + 1)]),
      );
    }
    case "range":
    case "function":
      throw new Failure(expressionError("not-storable", NOWHERE, { value: describe(value) }));
    case "date":
      if (type?.format === "date" || type?.format === "date-time") storable(value as FeelDate);
      if (type?.format === "date-time") return new Date((value as FeelDate).day * DAY).toISOString();
      return writeTemporal(value as FeelDate);
    case "date and time": {
      const moment = value as FeelDateTime;
      if (type?.format !== "date-time") return writeTemporal(moment);
      storable(moment);
      // Stored instants have an offset; without a zone they are meant in UTC.
      return writeTemporal({ ...moment, offset: moment.offset ?? 0, zone: null });
    }
    default:
      return writeTemporal(value as Parameters<typeof writeTemporal>[0]);
  }
}

/** Money and text fields take the digits as text; a number field takes a JSON number if that is exact. */
function numberJson(value: FeelNumber, type: FieldType | undefined): Json {
  if (type?.format === "money") return moneyDigits(value);
  if (type?.type === "string") return numberText(value);
  return isDecimal(value) ? numberText(value) : (value as number);
}

/** Dates are stored with four digits for the year. */
function storable(value: FeelDate | FeelDateTime): void {
  if (!dayInRange(value.day)) fail("not-storable", NOWHERE, { value: describe(value) });
}

function tooLarge(limit: number): never {
  return fail("too-large", NOWHERE, { part: "", limit });
}
