/** One word of a statement. */
export interface Token {
  readonly kind: "word" | "quoted" | "number" | "text" | "parameter" | "sign" | "end";
  readonly text: string;
}

const PATTERN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|(?<word>[a-zA-Z_][a-zA-Z_0-9]*)|"(?<quoted>(?:[^"]|"")+)"|(?<number>\d+(?:\.\d+)?)|'(?<text>(?:[^']|'')*)'|\$(?<parameter>\d+)|(?<sign>::|<=|>=|<>|!=|\|\||&&|=>|->>|->|@>|[-+*/%=<>()[\],.;])/y;

/** Splits a statement into words; words without quotes in lower case. Throws on what is none of them. */
export function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < statement.length) {
    const at = PATTERN.lastIndex;
    const found = PATTERN.exec(statement);
    if (!found) throw new Error(`The model does not read this: ${statement.slice(at, at + 40)}`);
    const groups = found.groups ?? {};
    if (groups.word !== undefined) tokens.push({ kind: "word", text: groups.word.toLowerCase() });
    else if (groups.quoted !== undefined)
      tokens.push({ kind: "quoted", text: groups.quoted.replaceAll('""', '"') });
    else if (groups.number !== undefined) tokens.push({ kind: "number", text: groups.number });
    else if (groups.text !== undefined)
      tokens.push({ kind: "text", text: groups.text.replaceAll("''", "'") });
    else if (groups.parameter !== undefined) tokens.push({ kind: "parameter", text: groups.parameter });
    else if (groups.sign !== undefined) tokens.push({ kind: "sign", text: groups.sign });
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}
