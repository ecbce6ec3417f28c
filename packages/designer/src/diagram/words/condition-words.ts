import type { Lexicon } from "./lexicon.ts";

const COMPARISON =
  /^\s*(?<path>[\p{L}_][\p{L}\p{N}_.]*)\s*(?:(?<operator>=|!=|<=|>=|<|>)\s*(?<value>"[^"\\]*"|-?\d+(?:\.\d+)?|true|false))?\s*$/u;

const SIGNS: Readonly<Record<string, string>> = { "!=": "≠", "<=": "≤", ">=": "≥" };

/**
 * A condition as people would say it, for a chip: fields by their titles, plain comparisons joined by "and" or
 * "or". Anything more stays as it is written. The whole language is not parsed here, because the viewer draws
 * labels too and is to stay small.
 */
export function conditionWords(source: string, lexicon: Lexicon): string {
  for (const [joint, word] of [
    ["and", lexicon.language === "en" ? " and " : " 且 "],
    ["or", lexicon.language === "en" ? " or " : " 或 "],
  ] as const) {
    const parts = source.split(new RegExp(`\\s+${joint}\\s+`)).map((part) => comparisonWords(part, lexicon));
    if (parts.every((part) => part !== null)) return parts.join(word);
  }
  return source;
}

function comparisonWords(source: string, lexicon: Lexicon): string | null {
  const { path, operator, value } = COMPARISON.exec(source)?.groups ?? {};
  if (path === undefined) return null;
  const field = path.includes(".") ? path : lexicon.field(path);
  if (operator === undefined || value === undefined) return field;
  if (value === "true") return operator === "=" ? field : `${SIGNS["!="]} ${field}`;
  const shown = value.startsWith('"')
    ? lexicon.choice(path, value.slice(1, -1))
    : lexicon.amount(path, value);
  if (value === "false") return lexicon.language === "en" ? `not ${field}` : `非${field}`;
  return `${field} ${SIGNS[operator] ?? operator} ${shown}`;
}
