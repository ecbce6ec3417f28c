import { numberText } from "../number/feel-number.ts";
import { writeTemporal } from "../temporal/write-temporal.ts";
import type { FeelContext, FeelNumber, FeelRange, FeelValue } from "./feel-value.ts";
import { kindOf } from "./kind-of.ts";

const LONGEST = 60;
const ITEMS = 4;

/** A short text of a value for people, at most about a line. */
export function describe(value: FeelValue, depth = 0): string {
  const kind = kindOf(value);
  switch (kind) {
    case "null":
      return "null";
    case "boolean":
      return String(value);
    case "string":
      return JSON.stringify(shorten(value as string));
    case "number":
      return shorten(numberText(value as FeelNumber));
    case "function":
      return "function";
    case "list": {
      const list = value as readonly FeelValue[];
      if (depth > 1) return "[…]";
      const items = list.slice(0, ITEMS).map((item) => describe(item, depth + 1));
      return shorten(`[${[...items, ...(list.length > ITEMS ? ["…"] : [])].join(", ")}]`);
    }
    case "context": {
      const context = value as FeelContext;
      return shorten(`{${context.names().slice(0, ITEMS).join(", ")}}`);
    }
    case "range":
      return describeRange(value as FeelRange, depth);
    default:
      return writeTemporal(value as Parameters<typeof writeTemporal>[0]);
  }
}

/** Cuts a text to about a line. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function describeRange(range: FeelRange, depth: number): string {
  if (depth > 2) return "[…]";
  if (range.low === undefined) {
    return `${range.highIncluded ? "<=" : "<"} ${describe(range.high ?? null, depth + 1)}`;
  }
  if (range.high === undefined) {
    return `${range.lowIncluded ? ">=" : ">"} ${describe(range.low, depth + 1)}`;
  }
  const low = describe(range.low, depth + 1);
  const high = describe(range.high, depth + 1);
  return `${range.lowIncluded ? "[" : "("}${low}..${high}${range.highIncluded ? "]" : ")"}`;
}
