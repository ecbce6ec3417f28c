import type { At } from "../error/expression-error.ts";
import type { FeelType, FeelValue } from "../value/feel-value.ts";

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "**";
export type CompareOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A name that takes one value of a list (or of the numbers from `list` to `to`) after the other. */
export interface Loop {
  readonly name: string;
  readonly list: Syntax;
  readonly to: Syntax | null;
}

/** A parameter of a function, with its type where one is written. */
export interface FormalParameter {
  readonly name: string;
  readonly type: FeelType | null;
}

type Shape =
  | { readonly kind: "literal"; readonly value: FeelValue }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "input" }
  | { readonly kind: "path"; readonly of: Syntax; readonly name: string }
  | { readonly kind: "filter"; readonly of: Syntax; readonly by: Syntax }
  | { readonly kind: "negate"; readonly of: Syntax }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | {
      readonly kind: "compare";
      readonly operator: CompareOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly kind: "between"; readonly of: Syntax; readonly low: Syntax; readonly high: Syntax }
  | { readonly kind: "in"; readonly of: Syntax; readonly tests: readonly Syntax[] }
  | { readonly kind: "logic"; readonly operator: "and" | "or"; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "if"; readonly condition: Syntax; readonly whenTrue: Syntax; readonly whenFalse: Syntax }
  | { readonly kind: "for"; readonly loops: readonly Loop[]; readonly result: Syntax }
  | {
      readonly kind: "quantified";
      readonly every: boolean;
      readonly loops: readonly Loop[];
      readonly condition: Syntax;
    }
  | { readonly kind: "list"; readonly items: readonly Syntax[] }
  | {
      readonly kind: "context";
      readonly entries: readonly { readonly name: string; readonly value: Syntax }[];
    }
  | {
      readonly kind: "range";
      readonly low: Syntax;
      readonly high: Syntax;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    }
  | { readonly kind: "unary"; readonly operator: CompareOperator; readonly value: Syntax }
  | {
      readonly kind: "call";
      readonly callee: Syntax;
      readonly positional: readonly Syntax[];
      readonly named: readonly { readonly name: string; readonly value: Syntax; readonly at: At }[] | null;
    }
  | { readonly kind: "instance"; readonly of: Syntax; readonly type: FeelType }
  | { readonly kind: "function"; readonly parameters: readonly FormalParameter[]; readonly body: Syntax };

/** The expression as a tree, free of the parser's details. */
export type Syntax = Shape & { readonly at: At };

export type SyntaxOf<K extends Syntax["kind"]> = Extract<Syntax, { readonly kind: K }>;
