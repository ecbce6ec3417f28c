import { negate } from "../number/feel-number.ts";
import { parseSource } from "../syntax/parse-source.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { readDate, readDateTime, readDuration, readTime } from "../temporal/read-temporal.ts";
import { compareValues } from "../value/compare.ts";
import type { FeelRange, FeelValue } from "../value/feel-value.ts";
import { isNumber } from "../value/kind-of.ts";

const READERS: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: readDate,
  time: readTime,
  "date and time": readDateTime,
  duration: readDuration,
};

/**
 * The range that a text such as `[1..3]` or `(@"2026-01-01"..@"2026-12-31"]` writes; null when it writes none. The
 * ends are literals, or literals in date(), time(), date and time() or duration(); nothing else is evaluated.
 */
export function readRangeText(text: string): FeelRange | null {
  const parsed = parseSource(text.trim());
  if (!parsed.ok || parsed.syntax.kind !== "range") return null;
  const { lowIncluded, highIncluded } = parsed.syntax;
  const low = constant(parsed.syntax.low);
  const high = constant(parsed.syntax.high);
  if (low === null || high === null) return null;
  const order = compareValues(low, high);
  return typeof order === "number" && order <= 0
    ? { kind: "range", low, high, lowIncluded, highIncluded }
    : null;
}

function constant(syntax: Syntax): FeelValue {
  if (syntax.kind === "literal") return syntax.value;
  if (syntax.kind === "negate") {
    const value = constant(syntax.of);
    return isNumber(value) ? negate(value) : null;
  }
  if (syntax.kind !== "call" || syntax.callee.kind !== "name") return null;
  const [only, ...more] = syntax.positional;
  const read = Object.hasOwn(READERS, syntax.callee.name) ? READERS[syntax.callee.name] : undefined;
  const value = only?.kind === "literal" && more.length === 0 ? only.value : null;
  return read && typeof value === "string" ? read(value) : null;
}
