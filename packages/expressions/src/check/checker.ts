import type { At, ExpressionError } from "../error/expression-error.ts";
import { expressionError } from "../error/failure.ts";
import type { Code, Params } from "../error/messages.ts";
import type { FieldTypes } from "../json/field-type.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { shorten } from "../value/describe.ts";
import type { StaticType } from "./static-type.ts";

/** Names that are visible at a place: local ones, and the entries of the element a filter looks at. */
export interface Names {
  readonly local: ReadonlyMap<string, StaticType>;
  readonly item: StaticType | null;
  readonly outer: Names | null;
}

/** The type of a sub-expression; whatever is wrong in it goes to the checker. */
export type Infer = (syntax: Syntax, names: Names) => StaticType;

/** One check of an expression: what is known, and what has been found. */
export class Checker {
  readonly source: string;
  readonly types: FieldTypes;
  readonly errors: ExpressionError[] = [];
  /** Calls of string() on an amount of money. */
  readonly moneyTexts = new Set<Syntax>();

  constructor(source: string, types: FieldTypes) {
    this.source = source;
    this.types = types;
  }

  report(code: Code, at: At, params: Params = {}): void {
    this.errors.push(expressionError(code, at, params));
  }

  textOf(syntax: Syntax): string {
    return shorten(this.source.slice(syntax.at.offset, syntax.at.offset + syntax.at.length));
  }
}

export const NO_NAMES: Names = { local: new Map(), item: null, outer: null };
