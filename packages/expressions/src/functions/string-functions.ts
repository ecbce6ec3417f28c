import { fail } from "../error/failure.ts";
import { wholePart } from "../number/feel-number.ts";
import { checkedText } from "../operation/arithmetic.ts";
import { LIST_LIMIT } from "../syntax/limits.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";
import { matchesPattern, replacePattern, splitByPattern } from "./pattern/pattern.ts";

/** Functions on texts. Positions count characters (code points) from 1. */
export const stringFunctions = [
  builtIn("substring", "Part of a text", "截取文本", [
    "string: string, start position: number, length?: number",
    "string",
    ([text, start, length], call) => substring(text as string, start, length, call),
  ]),
  builtIn("string length", "Number of characters", "字符数", [
    "string: string",
    "number",
    ([text], call) => pointsOf(text as string, call).length,
  ]),
  builtIn("upper case", "In capitals", "转为大写", [
    "string: string",
    "string",
    ([text], call) => checkedText((text as string).toUpperCase(), call.run, call.place),
  ]),
  builtIn("lower case", "In small letters", "转为小写", [
    "string: string",
    "string",
    ([text], call) => checkedText((text as string).toLowerCase(), call.run, call.place),
  ]),
  builtIn("substring before", "The text before another", "某文本之前的部分", [
    "string: string, match: string",
    "string",
    ([text, match]) => {
      const at = (text as string).indexOf(match as string);
      return at < 0 ? "" : (text as string).slice(0, at);
    },
  ]),
  builtIn("substring after", "The text after another", "某文本之后的部分", [
    "string: string, match: string",
    "string",
    ([text, match]) => {
      const at = (text as string).indexOf(match as string);
      return at < 0 ? "" : (text as string).slice(at + (match as string).length);
    },
  ]),
  builtIn("contains", "Whether a text contains another", "是否包含文本", [
    "string: string, match: string",
    "boolean",
    ([text, match]) => (text as string).includes(match as string),
  ]),
  builtIn("starts with", "Whether a text starts with another", "是否以某文本开头", [
    "string: string, match: string",
    "boolean",
    ([text, match]) => (text as string).startsWith(match as string),
  ]),
  builtIn("ends with", "Whether a text ends with another", "是否以某文本结尾", [
    "string: string, match: string",
    "boolean",
    ([text, match]) => (text as string).endsWith(match as string),
  ]),
  builtIn("matches", "Whether a text matches a pattern", "是否匹配模式", [
    "input: string, pattern: string, flags?: string",
    "boolean",
    ([text, pattern, flags], call) => matchesPattern(text as string, pattern as string, flags, call),
  ]),
  builtIn("replace", "Replaces what matches a pattern", "替换匹配的文本", [
    "input: string, pattern: string, replacement: string, flags?: string",
    "string",
    ([text, pattern, replacement, flags], call) =>
      replacePattern(text as string, pattern as string, replacement as string, flags, call),
  ]),
  builtIn("split", "Splits a text at a pattern", "按模式拆分文本", [
    "string: string, delimiter: string",
    "list",
    ([text, delimiter], call) => splitByPattern(text as string, delimiter as string, call),
  ]),
  builtIn("string join", "Joins texts", "连接文本", [
    "list: list, delimiter?: string",
    "string",
    ([list, delimiter], call) => join(list as readonly FeelValue[], (delimiter ?? "") as string, call),
  ]),
  builtIn("trim", "Without spaces at both ends", "去掉首尾空格", [
    "string: string",
    "string",
    ([text]) => (text as string).trim(),
  ]),
];

function substring(
  text: string,
  start: FeelValue | undefined,
  length: FeelValue | undefined,
  call: Call,
): string {
  const points = pointsOf(text, call);
  const from = wholePart(start as FeelNumber);
  if (from === null || from === 0) noResult(call, "positions start at 1", "位置从 1 开始");
  const begin = from > 0 ? from - 1 : Math.max(0, points.length + from);
  if (length === undefined || length === null) return points.slice(begin).join("");
  const count = wholePart(length as FeelNumber);
  if (count === null || count < 0) noResult(call, "the length is no whole number", "长度不是非负整数");
  return points.slice(begin, begin + count).join("");
}

function pointsOf(text: string, call: Call): string[] {
  checkedText(text, call.run, call.place);
  return Array.from(text);
}

function join(list: readonly FeelValue[], delimiter: string, call: Call): string {
  call.run.spend(Math.ceil(list.length / 10), call.place.at);
  if (list.length > LIST_LIMIT) {
    fail("too-large", call.place.at, { part: call.place.part, limit: LIST_LIMIT });
  }
  let joined = "";
  let first = true;
  for (const item of list) {
    if (item === null) continue;
    if (typeof item !== "string")
      noResult(call, "the list has something that is no text", "列表中有非文本的值");
    joined = checkedText(first ? item : joined + delimiter + item, call.run, call.place);
    first = false;
  }
  return joined;
}
