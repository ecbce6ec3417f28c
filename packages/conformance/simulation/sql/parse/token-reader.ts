import { type Token, tokensOf } from "./tokens.ts";

/** The words of a statement, one after the other. */
export class TokenReader {
  readonly #statement: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(statement: string) {
    this.#statement = statement;
    this.#tokens = tokensOf(statement);
  }

  /** The word that comes next, or the one so many after it. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  /** Whether these words or signs come next. */
  sees(...texts: readonly string[]): boolean {
    return texts.every((text, index) => {
      const token = this.peek(index);
      return token.text === text && (token.kind === "word" || token.kind === "sign");
    });
  }

  /** Takes these words if they come next. */
  takes(...texts: readonly string[]): boolean {
    if (!this.sees(...texts)) return false;
    this.#at += texts.length;
    return true;
  }

  expect(...texts: readonly string[]): void {
    for (const text of texts) if (!this.takes(text)) this.fail(`“${text}” is missing`);
  }

  /** A name, quoted or not. */
  name(): string {
    const token = this.next();
    if (token.kind !== "word" && token.kind !== "quoted") this.fail("a name is missing");
    return token.text;
  }

  /** Names in parentheses. */
  names(): string[] {
    this.expect("(");
    const found = [this.name()];
    while (this.takes(",")) found.push(this.name());
    this.expect(")");
    return found;
  }

  fail(why: string): never {
    const near = this.#tokens
      .slice(Math.max(0, this.#at - 4), this.#at + 6)
      .map(({ text }) => text)
      .join(" ");
    throw new Error(`The model does not read this statement, ${why} near “${near}”: ${this.#statement}`);
  }
}
