export type Token =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

const NUMBER = /^(\d+(\.\d+)?|\.\d+)(?![\p{L}_])/u;
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*/u;
const SIGN = /^(===|!==|==|!=|<=|>=|&&|\|\||[<>!=+\-*/?:().,[\]])/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** The tokens of an expression in the manner of Java, or null where a character belongs to none. */
export function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  let rest = source.trimStart();
  while (rest !== "") {
    const quoted = readText(rest);
    if (quoted) {
      tokens.push({ kind: "text", value: quoted.value });
      rest = rest.slice(quoted.length).trimStart();
      continue;
    }
    const number = NUMBER.exec(rest)?.[0];
    const name = number === undefined ? NAME.exec(rest)?.[0] : undefined;
    const sign = number === undefined && name === undefined ? SIGN.exec(rest)?.[0] : undefined;
    const found = number ?? name ?? sign;
    if (found === undefined) return null;
    tokens.push({ kind: number ? "number" : name ? "name" : "sign", text: found });
    rest = rest.slice(found.length).trimStart();
  }
  return tokens;
}

function readText(rest: string): { value: string; length: number } | null {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'") return null;
  let value = "";
  for (let at = 1; at < rest.length; at++) {
    const character = rest[at] ?? "";
    if (character === quote) return { value, length: at + 1 };
    // In Groovy a $ inside of double quotes begins an expression.
    if (character === "$" && quote === '"') return null;
    if (character !== "\\") {
      value += character;
      continue;
    }
    at += 1;
    const escaped = rest[at] ?? "";
    if (!/[ntr'"\\]/.test(escaped)) return null;
    value += ESCAPES[escaped] ?? escaped;
  }
  return null;
}
