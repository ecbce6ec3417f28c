import { compileExpression } from "@flowright/expressions";
import { feelText, type Manner, translateSimple } from "./simple-grammar.ts";

export type Language = Manner | "feel";

export interface Translated {
  readonly feel: string;
  /** Whether it was FEEL already, or is an exact translation; else its text stands in a comment behind null. */
  readonly how: "same" | "translated" | "text";
  /** Names of variables that it reads. */
  readonly reads: readonly string[];
}

/**
 * An expression of another engine as FEEL. What cannot be translated exactly becomes `null` with the text in a comment,
 * so that nothing else runs in its place: where a boolean is needed that is an incident, never a silent choice.
 */
export function translateExpression(
  text: string,
  language: Language,
  wanted: "boolean" | "any" = "any",
): Translated {
  const source = text.trim();
  const { feel, how } = attempt(source, language, wanted);
  const compiled = feel === null ? null : compileExpression(feel);
  if (feel === null || !compiled?.ok) return untranslated(text);
  const reads = [
    ...new Set(compiled.expression.reads.flatMap(([root]) => (root === undefined ? [] : [root]))),
  ];
  return { feel, how, reads };
}

/** Most expressions of one file that are translated, and most characters of them; real files stay far below. */
const MOST = 2000;
const MOST_CHARACTERS = 300_000;

/**
 * Translates the expressions of one file, each of them once. Beyond a file's limits an expression stays what it is in the
 * file, and `null` runs in its place, so that a file cannot keep a reader busy for long.
 */
export function expressionReader(): typeof translateExpression {
  const known = new Map<string, Translated>();
  let characters = 0;
  return (text, language, wanted = "any") => {
    const key = `${language} ${wanted} ${text}`;
    const before = known.get(key);
    if (before) return before;
    characters += text.length;
    if (known.size >= MOST || characters > MOST_CHARACTERS) return { feel: "null", how: "text", reads: [] };
    const translated = translateExpression(text, language, wanted);
    known.set(key, translated);
    return translated;
  };
}

/** The text of an expression where nothing may run in its place. */
export function untranslated(text: string): Translated {
  const harmless = text.trim().replaceAll("*/", "* /").replaceAll("/*", "/ *").slice(0, 5000);
  const commented = `null /* ${harmless} */`;
  const feel = compileExpression(commented).ok ? commented : "null";
  return { feel, how: "text", reads: [] };
}

function attempt(
  source: string,
  language: Language,
  wanted: "boolean" | "any",
): { feel: string | null; how: "same" | "translated" } {
  if (source.startsWith("=")) return { feel: source.slice(1).trim(), how: "same" };
  const braced = /^[$#]\{([^{}]*)\}$/s.exec(source)?.[1];
  if (braced !== undefined) return { feel: translateSimple(braced, "juel", wanted), how: "translated" };
  if (language === "feel") return { feel: source, how: "same" };
  // Text with a place for a value in it.
  if (/[$#]\{/.test(source)) return { feel: null, how: "translated" };
  if (language === "juel") {
    if (/^(true|false)$/.test(source)) return { feel: source, how: "translated" };
    if (wanted === "boolean") return { feel: null, how: "translated" };
    return { feel: /^-?\d+(\.\d+)?$/.test(source) ? source : feelText(source), how: "translated" };
  }
  return { feel: translateSimple(returned(source), language, wanted), how: "translated" };
}

/** `return x > 5;` is `x > 5`. */
function returned(source: string): string {
  return source.replace(/^return\s+/, "").replace(/;\s*$/, "");
}

/** The language that a file names, for an expression that does not show it itself. */
export function languageOf(named: string | undefined): Language {
  const name = (named ?? "").toLowerCase();
  if (name.includes("feel")) return "feel";
  if (name.includes("groovy")) return "groovy";
  if (name.includes("javascript") || name.includes("ecmascript")) return "javascript";
  if (name.includes("java") || name.includes("mvel")) return "java";
  if (name.includes("juel")) return "juel";
  return "plain";
}
