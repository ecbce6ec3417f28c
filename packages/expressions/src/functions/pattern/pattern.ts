import { RE2JS, RE2JSException } from "re2js";
import { fail } from "../../error/failure.ts";
import { checkedText } from "../../operation/arithmetic.ts";
import { LIST_LIMIT } from "../../syntax/limits.ts";
import type { FeelValue } from "../../value/feel-value.ts";
import { type Call, noResult } from "../built-in.ts";
import { patternCost } from "./pattern-cost.ts";
import { re2Pattern } from "./xpath-pattern.ts";

const LONGEST_PATTERN = 1000;
/** Texts longer than this are not searched: matching is linear, but in text times pattern. */
const LONGEST_INPUT = 100_000;

/** Whether the pattern occurs in the text; RE2, so in time linear in the text. */
export function matchesPattern(
  text: string,
  pattern: string,
  flags: FeelValue | undefined,
  call: Call,
): boolean {
  return compilePattern(text, pattern, flags, call).regex.matcher(text).find();
}

/** Replaces every match; `$1` stands for the first group. */
export function replacePattern(
  text: string,
  pattern: string,
  replacement: string,
  flags: FeelValue | undefined,
  call: Call,
): string {
  const { regex, search } = compilePattern(text, pattern, flags, call);
  const matcher = regex.matcher(text);
  const groups = matcher.groupCount();
  let result = "";
  let from = 0;
  while (matcher.find()) {
    call.run.spend(search(text.length - matcher.end()), call.place.at);
    const inserted = replacement.replace(/\\([\\$])|\$(\d)/g, (_whole, escaped?: string, group?: string) => {
      if (escaped !== undefined) return escaped;
      const index = Number(group);
      return index <= groups ? (matcher.group(index) ?? "") : "";
    });
    result = checkedText(result + text.slice(from, matcher.start()) + inserted, call.run, call.place);
    from = matcher.end();
  }
  return checkedText(result + text.slice(from), call.run, call.place);
}

/** The parts of the text between the matches. */
export function splitByPattern(text: string, pattern: string, call: Call): string[] {
  const { regex, search } = compilePattern(text, pattern, null, call);
  const matcher = regex.matcher(text);
  const parts: string[] = [];
  let from = 0;
  while (matcher.find()) {
    call.run.spend(search(text.length - matcher.end()), call.place.at);
    if (matcher.end() === matcher.start()) continue;
    parts.push(text.slice(from, matcher.start()));
    from = matcher.end();
    if (parts.length > LIST_LIMIT) {
      fail("too-large", call.place.at, { part: call.place.part, limit: LIST_LIMIT });
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** A pattern, and what a further search in so many characters takes. */
interface CompiledPattern {
  readonly regex: RE2JS;
  readonly search: (characters: number) => number;
}

function compilePattern(
  text: string,
  pattern: string,
  flags: FeelValue | undefined,
  call: Call,
): CompiledPattern {
  if (pattern.length > LONGEST_PATTERN || text.length > LONGEST_INPUT) {
    fail("too-large", call.place.at, {
      part: call.place.part,
      limit: pattern.length > LONGEST_PATTERN ? LONGEST_PATTERN : LONGEST_INPUT,
    });
  }
  const given = (flags ?? "") as string;
  for (const flag of given) {
    if (!"ismxq".includes(flag)) noResult(call, `the flag "${flag}" is unknown`, `标志“${flag}”未知`);
  }
  const source = given.includes("q") ? quoted(pattern) : translated(pattern, given, call);
  let bits = given.includes("i") ? RE2JS.CASE_INSENSITIVE : 0;
  if (given.includes("s")) bits |= RE2JS.DOTALL;
  if (given.includes("m")) bits |= RE2JS.MULTILINE;
  const { size, looksFar } = patternCost(source);
  const cost = (characters: number): number => Math.ceil((characters * (1 + size)) / 1000);
  call.run.spend(5 + Math.ceil(size / 20) + cost(text.length), call.place.at);
  try {
    return { regex: RE2JS.compile(source, bits), search: looksFar ? (rest) => 1 + cost(rest) : () => 1 };
  } catch (thrown) {
    // The library reports a pattern it cannot take by throwing.
    if (thrown instanceof RE2JSException) return noResult(call, "the pattern is not valid", "模式无效");
    throw thrown;
  }
}

function translated(pattern: string, flags: string, call: Call): string {
  const found = re2Pattern(pattern, { spaced: flags.includes("x"), dotAll: flags.includes("s") });
  if (typeof found === "string") return found;
  switch (found.problem) {
    case "back-reference":
      return noResult(
        call,
        "the pattern refers back to a group, which cannot be searched in linear time",
        "模式引用了前面的分组，无法在线性时间内匹配",
      );
    case "subtraction":
      return noResult(
        call,
        "only single signs and ranges can be taken out of a class",
        "字符类只能减去单个字符和区间",
      );
    case "invalid":
      return noResult(call, "the pattern is not valid", "模式无效");
  }
}

function quoted(pattern: string): string {
  return pattern.replace(/[\\^$.|?*+()[\]{}-]/g, "\\$&");
}
