import type { FieldTypes } from "../json/field-type.ts";
import type { Code, Place } from "../operation/run.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { shorten } from "../value/describe.ts";
import type { CompileOptions } from "./compile-options.ts";
import type { Scope } from "./scope.ts";

/** What the compilation of every kind of syntax needs. */
export interface Compiler {
  readonly source: string;
  /** undefined: nothing is known about the variables. */
  readonly types: FieldTypes | undefined;
  readonly options: CompileOptions;
  /** Calls of string() whose argument is money: written with two places at least, as money is stored. */
  readonly moneyTexts: ReadonlySet<Syntax>;
  /** Notes that the expression reads a variable. */
  readonly noteRead: (path: readonly string[]) => void;
  readonly compile: (syntax: Syntax, scope: Scope) => Code;
}

export function textOf(compiler: Compiler, syntax: Syntax): string {
  const { offset, length } = syntax.at;
  return shorten(compiler.source.slice(offset, offset + length));
}

export function placeOf(compiler: Compiler, syntax: Syntax): Place {
  return { at: syntax.at, part: textOf(compiler, syntax) };
}
