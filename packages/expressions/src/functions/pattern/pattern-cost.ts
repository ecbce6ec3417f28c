/** What it takes to search with a pattern of RE2. */
export interface PatternCost {
  /** Instructions of its program, about: what is repeated n times is written n times. */
  readonly size: number;
  /** A match may be settled only far behind its end (`a.*x|a`), so that every search may read the whole rest. */
  readonly looksFar: boolean;
}

/** The repeat at the head of a text: how often at most, and whether without bound. */
const REPEAT = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/;

/** Estimates a pattern without compiling it, in one pass. */
export function patternCost(pattern: string): PatternCost {
  /** The sizes before each open group. */
  const open: number[] = [];
  let before = 0;
  let last = 0;
  let unbounded = false;
  let branches = false;
  let at = 0;
  while (at < pattern.length) {
    const sign = pattern[at] ?? "";
    const repeat = REPEAT.exec(pattern.slice(at, at + 24));
    if (repeat) {
      const [text, mark, least, comma, most] = repeat;
      const endless = mark === "*" || mark === "+" || (comma !== undefined && most === "");
      unbounded ||= endless;
      branches ||= pattern[at - 1] === ")";
      last *= Math.max(1, Number(most || least || 1));
      at += text.length;
    } else if (sign === "(") {
      open.push(before + last);
      before = 0;
      last = 0;
      at += 1;
    } else if (sign === ")") {
      last += before + 2;
      before = open.pop() ?? 0;
      at += 1;
    } else {
      branches ||= sign === "|";
      before += last;
      const end = atomEnd(pattern, at);
      // A class of many ranges is dearer than a sign.
      last = 1 + Math.floor((end - at) / 20);
      at = end;
    }
  }
  const size = open.reduce((sum, group) => sum + group, before + last);
  return { size, looksFar: unbounded && branches };
}

function atomEnd(pattern: string, at: number): number {
  if (pattern[at] === "\\") {
    const braces = /^\\[pPx]\{[^}]*\}/.exec(pattern.slice(at, at + 80));
    return at + (braces?.[0].length ?? 2);
  }
  if (pattern[at] !== "[") return at + 1;
  for (let end = at + 1; end < pattern.length; end += 1) {
    if (pattern[end] === "\\") end += 1;
    else if (pattern[end] === "]" && end > at + 1) return end + 1;
  }
  return pattern.length;
}
