import { RE2JS } from "re2js";

const compiled = new Map<string, RE2JS | null>();
const MOST_KEPT = 500;

/**
 * Whether the text holds a match of the pattern, in time linear in the text: patterns come from people's
 * schemas. A pattern that RE2 does not know matches everything; the definition's check reports it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const known = compiled.get(pattern);
  const regex = known === undefined ? compile(pattern) : known;
  return regex === null || regex.matcher(text).find();
}

function compile(pattern: string): RE2JS | null {
  let regex: RE2JS | null;
  try {
    regex = RE2JS.compile(pattern);
  } catch {
    regex = null;
  }
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(pattern, regex);
  return regex;
}
