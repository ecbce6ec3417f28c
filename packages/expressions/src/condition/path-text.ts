const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const KEYWORDS = new Set(
  "and or not in if then else for return some every satisfies between instance of true false null function external".split(
    " ",
  ),
);

/** The source text of a path; a name that FEEL would read otherwise goes between backticks. */
export function pathText(path: readonly string[]): string {
  return path.map((name) => (PLAIN_NAME.test(name) && !KEYWORDS.has(name) ? name : `\`${name}\``)).join(".");
}
