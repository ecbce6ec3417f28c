import type { At } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import { parseNumber } from "../number/feel-number.ts";
import { readDate, readDateTime, readDuration, readTime } from "../temporal/read-temporal.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
};

/** The text that a literal in double quotes stands for. */
export function readText(literal: string, at: At): string {
  const inner = literal.slice(1, -1);
  if (!inner.includes("\\")) return inner;
  return inner.replace(/\\(u\{?[0-9A-Fa-f]{1,6}\}?|U[0-9A-Fa-f]{6}|[\s\S]?)/g, (whole, mark: string) => {
    const simple = ESCAPES[mark];
    if (simple !== undefined) return simple;
    const exact = /^u([0-9A-Fa-f]{4})([0-9A-Fa-f]{0,2})$/.exec(mark);
    if (exact) return String.fromCharCode(Number.parseInt(exact[1] ?? "", 16)) + (exact[2] ?? "");
    const wide = /^(?:U([0-9A-Fa-f]{6})|u\{([0-9A-Fa-f]{1,6})\})$/.exec(mark);
    const code = wide ? Number.parseInt(wide[1] ?? wide[2] ?? "", 16) : Number.NaN;
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    if (mark.startsWith("u") || mark.startsWith("U")) fail("bad-escape", at, { found: whole });
    // DMN knows no other escapes: the backslash stands for itself, as patterns want it ("\\d+").
    return whole;
  });
}

export function readNumber(literal: string, at: At): FeelNumber {
  const value = parseNumber(literal.replace(/\s+/g, ""));
  return value ?? fail("bad-number", at, { found: shorten(literal) });
}

/** The value of `@"…"`. */
export function readTemporalLiteral(text: string, at: At): FeelValue {
  return (
    readDate(text) ??
    readDuration(text) ??
    readTime(text) ??
    readDateTime(text) ??
    fail("bad-temporal", at, { found: shorten(text) })
  );
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
