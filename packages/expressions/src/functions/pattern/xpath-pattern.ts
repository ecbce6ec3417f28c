/**
 * The patterns of FEEL are those of XPath; RE2 reads a close relative. What differs is put into its words here:
 * Unicode classes, `.`, blocks such as `\p{IsGreek}`, classes less other classes, and the flag `x`.
 */

/** Why a pattern cannot be taken. */
export type PatternProblem = "invalid" | "back-reference" | "subtraction";

const CLASSES: Readonly<Record<string, string>> = {
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  s: " \\t\\n\\r",
  w: "\\p{L}\\p{M}\\p{N}\\p{S}_",
  i: "\\p{L}_:",
  c: "\\p{L}\\p{M}\\p{N}\\-._:·",
};
const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0, 0x7f],
  "Latin-1Supplement": [0x80, 0xff],
  "LatinExtended-A": [0x100, 0x17f],
  "LatinExtended-B": [0x180, 0x24f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Devanagari: [0x900, 0x97f],
  Thai: [0xe00, 0xe7f],
  HangulSyllables: [0xac00, 0xd7a3],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  CurrencySymbols: [0x20a0, 0x20cf],
  GeneralPunctuation: [0x2000, 0x206f],
};

/** The pattern in the words of RE2. `spaced` and `dotAll` are the flags `x` and `s`. */
export function re2Pattern(
  pattern: string,
  flags: { readonly spaced: boolean; readonly dotAll: boolean },
): string | { readonly problem: PatternProblem } {
  let written = "";
  let at = 0;
  while (at < pattern.length) {
    const sign = pattern[at] ?? "";
    if (flags.spaced && /\s/.test(sign)) at += 1;
    else if (sign === ".") {
      written += flags.dotAll ? "." : "[^\\n\\r]";
      at += 1;
    } else if (sign === "[") {
      const set = readClass(pattern, at);
      if ("problem" in set) return set;
      written += set.text;
      at = set.end;
    } else if (sign === "\\") {
      const escaped = readEscape(pattern, at, flags.spaced);
      if ("problem" in escaped) return escaped;
      written += escaped.outside;
      at = escaped.end;
    } else {
      written += sign;
      at += 1;
    }
  }
  return written;
}

type Failed = { readonly problem: PatternProblem };
/** How an escape is written on its own and within a class (null: not at all), and the one sign it may stand for. */
type Escape = {
  readonly outside: string;
  readonly inside: string | null;
  readonly code: number | null;
  readonly end: number;
};

function readEscape(pattern: string, at: number, spaced: boolean): Escape | Failed {
  const mark = spaced ? (/^\s*(\S)/.exec(pattern.slice(at + 1))?.[1] ?? "") : (pattern[at + 1] ?? "");
  const end = pattern.indexOf(mark, at + 1) + 1;
  if (mark === "") return { problem: "invalid" };
  if (/[1-9]/.test(mark)) return { problem: "back-reference" };
  const small = CLASSES[mark];
  if (small !== undefined) {
    return { outside: mark === "D" ? small : `[${small}]`, inside: small, code: null, end };
  }
  const opposite = CLASSES[mark.toLowerCase()];
  if (opposite !== undefined) return { outside: `[^${opposite}]`, inside: null, code: null, end };
  if (mark === "p" || mark === "P") return readProperty(pattern, end, mark, spaced);
  if (/[nrt]/.test(mark)) {
    return { outside: `\\${mark}`, inside: `\\${mark}`, code: { n: 10, r: 13, t: 9 }[mark] ?? null, end };
  }
  if (/[A-Za-z0-9]/.test(mark)) return { outside: `\\${mark}`, inside: null, code: null, end };
  return { outside: `\\${mark}`, inside: `\\${mark}`, code: mark.codePointAt(0) ?? null, end };
}

function readProperty(pattern: string, at: number, mark: "p" | "P", spaced: boolean): Escape | Failed {
  const close = pattern.indexOf("}", at);
  if (pattern[at] !== "{" || close < 0) return { problem: "invalid" };
  const written = pattern.slice(at + 1, close);
  const name = spaced ? written.replace(/\s+/g, "") : written;
  if (!/^[\w-]+$/.test(name)) return { problem: "invalid" };
  const end = close + 1;
  if (!name.startsWith("Is")) {
    const text = `\\${mark}{${name}}`;
    return { outside: text, inside: text, code: null, end };
  }
  const range = Object.hasOwn(BLOCKS, name.slice(2)) ? BLOCKS[name.slice(2)] : undefined;
  if (!range) return { problem: "invalid" };
  const text = rangeText(range);
  if (mark === "P") return { outside: `[^${text}]`, inside: null, code: null, end };
  return { outside: `[${text}]`, inside: text, code: null, end };
}

/** A class as RE2 writes it; `ranges` when it is made of single signs and ranges alone. */
interface CharacterClass {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[] | null;
  readonly end: number;
}

function readClass(pattern: string, start: number): CharacterClass | Failed {
  let at = start + 1;
  const negated = pattern[at] === "^";
  if (negated) at += 1;
  let text = "";
  let ranges: (readonly [number, number])[] | null = [];
  while (at < pattern.length) {
    if (pattern[at] === "]" && text !== "") {
      const whole = `[${negated ? "^" : ""}${text}]`;
      return { text: whole, ranges: ranges && (negated ? without(ALL, ranges) : ranges), end: at + 1 };
    }
    if (pattern[at] === "-" && pattern[at + 1] === "[") {
      return subtracted(pattern, at + 1, ranges && (negated ? without(ALL, ranges) : ranges));
    }
    const item = readItem(pattern, at);
    if ("problem" in item) return item;
    text += item.text;
    if (item.range && ranges) ranges.push(item.range);
    else ranges = null;
    at = item.end;
  }
  return { problem: "invalid" };
}

const ALL: readonly (readonly [number, number])[] = [[0, 0x10ffff]];

function subtracted(
  pattern: string,
  at: number,
  ranges: readonly (readonly [number, number])[] | null,
): CharacterClass | Failed {
  const less = readClass(pattern, at);
  if ("problem" in less) return less;
  if (pattern[less.end] !== "]") return { problem: "invalid" };
  if (!ranges || !less.ranges) return { problem: "subtraction" };
  const rest = without(ranges, less.ranges);
  // A class of nothing matches nothing: RE2 has no empty class.
  const text = rest.length === 0 ? "[^\\x{0}-\\x{10FFFF}]" : `[${rest.map(rangeText).join("")}]`;
  return { text, ranges: rest, end: less.end + 1 };
}

/** One sign, range or escape of a class. */
function readItem(
  pattern: string,
  at: number,
): { text: string; range: readonly [number, number] | null; end: number } | Failed {
  const low = readSign(pattern, at);
  if ("problem" in low) return low;
  if (low.code === null) {
    return low.inside === null ? { problem: "invalid" } : { text: low.inside, range: null, end: low.end };
  }
  const next = pattern[low.end + 1];
  if (pattern[low.end] !== "-" || next === "]" || next === "[" || next === undefined) {
    return { text: low.inside ?? "", range: [low.code, low.code], end: low.end };
  }
  const high = readSign(pattern, low.end + 1);
  if ("problem" in high) return high;
  if (high.code === null || high.code < low.code) return { problem: "invalid" };
  return { text: `${low.inside}-${high.inside}`, range: [low.code, high.code], end: high.end };
}

function readSign(pattern: string, at: number): Escape | Failed {
  if (pattern[at] === "\\") return readEscape(pattern, at, false);
  const code = pattern.codePointAt(at) ?? 0;
  const sign = String.fromCodePoint(code);
  const inside = /[[\]\\^&~]/.test(sign) ? `\\${sign}` : sign;
  return { outside: sign, inside, code, end: at + sign.length };
}

function without(
  ranges: readonly (readonly [number, number])[],
  less: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  let rest = [...ranges];
  for (const [low, high] of less) {
    rest = rest.flatMap(([from, to]): (readonly [number, number])[] => {
      if (high < from || low > to) return [[from, to]];
      const parts: (readonly [number, number])[] = [];
      if (from < low) parts.push([from, low - 1]);
      if (to > high) parts.push([high + 1, to]);
      return parts;
    });
  }
  return rest;
}

function rangeText([low, high]: readonly [number, number]): string {
  return `\\x{${low.toString(16)}}-\\x{${high.toString(16)}}`;
}
