import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError } from "../error/failure.ts";
import { DEPTH_LIMIT } from "./limits.ts";

const FOREIGN: Readonly<Record<string, string>> = {
  "＝": "=",
  "＞": ">",
  "＜": "<",
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "＋": "+",
  "－": "-",
  "×": "*",
  "÷": "/",
  "＊": "*",
  "／": "/",
  "（": "(",
  "）": ")",
  "，": ",",
  "、": ",",
  "。": ".",
  "：": ":",
  "；": ",",
  "【": "[",
  "】": "]",
  "“": '"',
  "”": '"',
  "‘": '"',
  "’": '"',
  "「": '"',
  "」": '"',
  "！": "!=",
  "&&": "and",
  "||": "or",
  "==": "=",
  "<>": "!=",
  "=>": ">=",
  "=<": "<=",
};

/** Whether brackets nest deeper than the limit; texts are skipped. */
export function tooDeep(source: string): boolean {
  let depth = 0;
  for (const { text } of codeOf(source)) {
    if (text === "(" || text === "[" || text === "{") depth += 1;
    else if (text === ")" || text === "]" || text === "}") depth = Math.max(0, depth - 1);
    if (depth > DEPTH_LIMIT) return true;
  }
  return false;
}

/** The first sign that another language (or an input method) has and FEEL has not, and an unclosed text. */
export function foreignSign(source: string): ExpressionError | null {
  let open = -1;
  for (const { text, offset } of codeOf(source)) {
    if (text === '"') {
      open = offset;
      break;
    }
    const two = source.slice(offset, offset + 2);
    if (two === "<>" && /\bfunction\s*$/.test(source.slice(0, offset))) continue;
    const found = Object.hasOwn(FOREIGN, two) ? two : Object.hasOwn(FOREIGN, text) ? text : null;
    if (found) {
      return expressionError(
        "wrong-sign",
        { offset, length: found.length },
        { found, instead: FOREIGN[found] ?? "" },
      );
    }
    if (text === "'") {
      return expressionError("wrong-sign", { offset, length: 1 }, { found: "'", instead: '"' });
    }
  }
  return open < 0 ? null : expressionError("open-text", { offset: open, length: source.length - open });
}

/** The characters outside texts, comments and quoted names; a quote is given only where its text never ends. */
function* codeOf(source: string): Generator<{ text: string; offset: number }> {
  let at = 0;
  while (at < source.length) {
    const text = source[at] ?? "";
    const end = skipFrom(source, at, text);
    if (end > at) {
      at = end;
      continue;
    }
    yield { text, offset: at };
    at += 1;
  }
}

/** Where the text, quoted name or comment that starts here ends; `at` itself when none starts or it is open. */
function skipFrom(source: string, at: number, text: string): number {
  if (text === '"') {
    for (let end = at + 1; end < source.length; end += 1) {
      if (source[end] === "\\") end += 1;
      else if (source[end] === '"') return end + 1;
    }
    return at;
  }
  if (text === "`") {
    const end = source.indexOf("`", at + 1);
    return end < 0 ? at : end + 1;
  }
  if (text !== "/") return at;
  if (source[at + 1] === "/") {
    const end = source.indexOf("\n", at);
    return end < 0 ? source.length : end + 1;
  }
  if (source[at + 1] !== "*") return at;
  const end = source.indexOf("*/", at + 2);
  return end < 0 ? source.length : end + 2;
}
