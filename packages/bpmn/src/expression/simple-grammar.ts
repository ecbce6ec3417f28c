import { type Token, tokensOf } from "./tokens.ts";

/** What a small expression is in FEEL, and whether it is a boolean for sure. */
interface Part {
  readonly feel: string;
  readonly kind: "boolean" | "path" | "other";
  /** How tightly it holds together; what is looser goes into parentheses. */
  readonly binding: number;
}

export type Manner = "juel" | "groovy" | "javascript" | "java" | "plain";

const COMPARISONS: Readonly<Record<string, string>> = {
  "==": "=",
  "===": "=",
  "!=": "!=",
  "!==": "!=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  eq: "=",
  ne: "!=",
  lt: "<",
  gt: ">",
  le: "<=",
  ge: ">=",
};
const WORDS: ReadonlySet<string> = new Set(["eq", "ne", "lt", "gt", "le", "ge", "and", "or", "not"]);
const FEEL_WORDS: ReadonlySet<string> = new Set(
  "and or not if then else for in return some every satisfies between instance of function external item".split(
    " ",
  ),
);
/** Objects of the engine itself, whose methods and fields are not data of the case. */
const ENGINE_OBJECTS: ReadonlySet<string> = new Set(
  "execution task kcontext connector authenticatedUserId event this new typeof function empty div mod instanceof".split(
    " ",
  ),
);

/**
 * Translates comparisons, logic, sums and paths of the expression languages of other engines into FEEL. What it does
 * not cover exactly gives null. A bare path where a boolean is needed is `path = true` in JUEL, which takes an absent
 * value for false; JavaScript and Groovy would ask about its truthiness, for which FEEL has no word.
 */
export function translateSimple(source: string, manner: Manner, wanted: "boolean" | "any"): string | null {
  const tokens = tokensOf(source);
  if (!tokens || tokens.length === 0 || tokens.length > 500) return null;
  try {
    const reader = new Reader(tokens, manner);
    const part = reader.ternary(0);
    if (!reader.atEnd()) return null;
    return wanted === "boolean" ? reader.truth(part).feel : part.feel;
  } catch (fault) {
    if (fault instanceof NotCovered) return null;
    throw fault;
  }
}

class NotCovered extends Error {}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #manner: Manner;
  #at = 0;

  constructor(tokens: readonly Token[], manner: Manner) {
    this.#tokens = tokens;
    this.#manner = manner;
  }

  atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  ternary(depth: number): Part {
    if (depth > 50) throw new NotCovered();
    const condition = this.#or(depth);
    if (!this.#takes("?")) return condition;
    const yes = this.ternary(depth + 1);
    this.#expect(":");
    const no = this.ternary(depth + 1);
    return {
      feel: `if ${this.truth(condition).feel} then ${yes.feel} else ${no.feel}`,
      kind: "other",
      binding: 0,
    };
  }

  truth(part: Part): Part {
    if (part.kind === "boolean") return part;
    if (part.kind === "path" && (this.#manner === "juel" || this.#manner === "java")) {
      return { feel: `${part.feel} = true`, kind: "boolean", binding: 3 };
    }
    throw new NotCovered();
  }

  #or(depth: number): Part {
    return this.#logic(["||", "or"], "or", 1, () => this.#and(depth));
  }

  #and(depth: number): Part {
    return this.#logic(["&&", "and"], "and", 2, () => this.#not(depth));
  }

  #logic(signs: readonly string[], word: string, binding: number, next: () => Part): Part {
    let left = next();
    while (signs.some((sign) => this.#takes(sign))) {
      const right = next();
      const parts = [this.truth(left), this.truth(right)].map((part) => within(part, binding));
      left = { feel: parts.join(` ${word} `), kind: "boolean", binding };
    }
    return left;
  }

  #not(depth: number): Part {
    if (depth > 50) throw new NotCovered();
    if (this.#takes("!") || this.#takes("not")) {
      return { feel: `not(${this.truth(this.#not(depth + 1)).feel})`, kind: "boolean", binding: 9 };
    }
    return this.#comparison(depth);
  }

  #comparison(depth: number): Part {
    const left = this.#sum(depth);
    const token = this.#tokens[this.#at];
    const plainEqual = this.#manner === "plain" && token?.kind === "sign" && token.text === "=";
    const sign = plainEqual ? "=" : this.#comparisonSign(token);
    if (sign === null) return left;
    this.#at += 1;
    const right = this.#sum(depth);
    return { feel: `${within(left, 4)} ${sign} ${within(right, 4)}`, kind: "boolean", binding: 3 };
  }

  #comparisonSign(token: Token | undefined): string | null {
    if (token?.kind !== "sign" && token?.kind !== "name") return null;
    return Object.hasOwn(COMPARISONS, token.text) ? (COMPARISONS[token.text] ?? null) : null;
  }

  #sum(depth: number): Part {
    return this.#arithmetic(["+", "-"], 5, () => this.#product(depth));
  }

  #product(depth: number): Part {
    // What Java makes of a division of whole numbers depends on their types.
    const signs = this.#manner === "java" ? ["*"] : ["*", "/"];
    return this.#arithmetic(signs, 6, () => this.#sign(depth));
  }

  #arithmetic(signs: readonly string[], binding: number, next: () => Part): Part {
    let left = next();
    for (;;) {
      const sign = signs.find((one) => this.#takes(one));
      if (sign === undefined) return left;
      const right = next();
      left = {
        feel: `${within(left, binding)} ${sign} ${within(right, binding + 1)}`,
        kind: "other",
        binding,
      };
    }
  }

  #sign(depth: number): Part {
    if (depth > 50) throw new NotCovered();
    if (!this.#takes("-")) return this.#primary(depth);
    return { feel: `-${within(this.#sign(depth + 1), 8)}`, kind: "other", binding: 7 };
  }

  #primary(depth: number): Part {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "number") return { feel: token.text, kind: "other", binding: 9 };
    if (token?.kind === "text") return { feel: feelText(token.value), kind: "other", binding: 9 };
    if (token?.kind === "name") return this.#named(token.text);
    if (token?.kind !== "sign" || token.text !== "(") throw new NotCovered();
    const inner = this.ternary(depth + 1);
    this.#expect(")");
    return {
      ...inner,
      feel: `(${inner.feel})`,
      kind: inner.kind === "path" ? "path" : inner.kind,
      binding: 9,
    };
  }

  #named(name: string): Part {
    if (name === "true" || name === "false") return { feel: name, kind: "boolean", binding: 9 };
    if (name === "null") return { feel: "null", kind: "other", binding: 9 };
    const root = name === "execution" || name === "kcontext" ? this.#engineVariable() : plainName(name);
    return this.#path(root);
  }

  /** `execution.getVariable("x")` is the variable x. */
  #engineVariable(): string {
    this.#expect(".");
    const method = this.#tokens[this.#at];
    if (method?.kind !== "name" || method.text !== "getVariable") throw new NotCovered();
    this.#at += 1;
    this.#expect("(");
    const argument = this.#tokens[this.#at];
    if (argument?.kind !== "text") throw new NotCovered();
    this.#at += 1;
    this.#expect(")");
    return plainName(argument.value);
  }

  #path(root: string): Part {
    let feel = root;
    for (;;) {
      if (this.#takes("[")) feel = this.#indexed(feel);
      else if (this.#takes(".")) {
        const called = this.#member(feel);
        if (typeof called !== "string") return called;
        feel = called;
      } else return { feel, kind: "path", binding: 9 };
    }
  }

  #indexed(feel: string): string {
    const index = this.#tokens[this.#at];
    this.#at += 1;
    this.#expect("]");
    if (index?.kind === "text") return `${feel}.${plainName(index.value)}`;
    if (index?.kind === "number" && /^\d{1,9}$/.test(index.text)) return `${feel}[${Number(index.text) + 1}]`;
    throw new NotCovered();
  }

  #member(feel: string): string | Part {
    const member = this.#tokens[this.#at];
    this.#at += 1;
    if (member?.kind !== "name") throw new NotCovered();
    if (!this.#takes("(")) {
      // Of a list or text this is its length, of an object it could be a field.
      if (member.text === "length") throw new NotCovered();
      return `${feel}.${plainName(member.text)}`;
    }
    if (member.text === "size") {
      this.#expect(")");
      return { feel: `count(${feel})`, kind: "other", binding: 9 };
    }
    if (member.text === "equals") {
      const other = this.#sum(0);
      this.#expect(")");
      return { feel: `${feel} = ${within(other, 4)}`, kind: "boolean", binding: 3 };
    }
    throw new NotCovered();
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" && token?.kind !== "name") return false;
    if (token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw new NotCovered();
  }
}

function within(part: Part, binding: number): string {
  return part.binding < binding ? `(${part.feel})` : part.feel;
}

function plainName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
  if (!plain || FEEL_WORDS.has(name) || WORDS.has(name) || ENGINE_OBJECTS.has(name)) throw new NotCovered();
  return name;
}

/** A text as a FEEL literal. */
export function feelText(value: string): string {
  return JSON.stringify(value);
}
