import type { FieldTypes } from "../json/field-type.ts";
import type { Code } from "../operation/run.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { compileCall } from "./compile-call.ts";
import { compileContext, compileFunction, compileList, compileRange } from "./compile-data.ts";
import { compileFilter } from "./compile-filter.ts";
import { compileFor, compileQuantified } from "./compile-loop.ts";
import { compileInput, compileName, compilePath } from "./compile-name.ts";
import {
  compileArithmetic,
  compileBetween,
  compileComparison,
  compileIf,
  compileLogic,
  compileNegation,
} from "./compile-operator.ts";
import type { CompileOptions } from "./compile-options.ts";
import { compileIn, compileInstance, compileUnary } from "./compile-test.ts";
import type { Compiler } from "./compiler.ts";
import { orNull } from "./or-null.ts";
import type { Scope } from "./scope.ts";

export interface CompiledSyntax {
  readonly code: Code;
  readonly reads: readonly (readonly string[])[];
}

/** Compiles a syntax tree to closures; throws a Failure for what cannot be compiled. */
export function compileSyntax(
  source: string,
  syntax: Syntax,
  types: FieldTypes | undefined,
  moneyTexts: ReadonlySet<Syntax> = new Set(),
  options: CompileOptions = {},
): CompiledSyntax {
  const { compiler, reads } = compilerFor(source, types, moneyTexts, options);
  const code = compiler.compile(syntax, null);
  return { code, reads: reads() };
}

/** A compiler for the parts of one source; `reads` tells the variables of all that it has compiled. */
export function compilerFor(
  source: string,
  types: FieldTypes | undefined,
  moneyTexts: ReadonlySet<Syntax>,
  options: CompileOptions = {},
): { readonly compiler: Compiler; readonly reads: () => readonly (readonly string[])[] } {
  const found = new Map<string, readonly string[]>();
  const compiler: Compiler = {
    source,
    types,
    options,
    moneyTexts,
    noteRead: (path) => found.set(JSON.stringify(path), path),
    compile:
      options.nulls === "dmn"
        ? (node, scope) => orNull(node, () => compileNode(compiler, node, scope))
        : (node, scope) => compileNode(compiler, node, scope),
  };
  return { compiler, reads: () => [...found.values()] };
}

function compileNode(compiler: Compiler, syntax: Syntax, scope: Scope): Code {
  switch (syntax.kind) {
    case "literal": {
      const { value } = syntax;
      return () => value;
    }
    case "name":
      return compileName(compiler, syntax, scope);
    case "input":
      return compileInput(syntax, scope);
    case "path":
      return compilePath(compiler, syntax, scope);
    case "filter":
      return compileFilter(compiler, syntax, scope);
    case "negate":
      return compileNegation(compiler, syntax, scope);
    case "arithmetic":
      return compileArithmetic(compiler, syntax, scope);
    case "compare":
      return compileComparison(compiler, syntax, scope);
    case "between":
      return compileBetween(compiler, syntax, scope);
    case "in":
      return compileIn(compiler, syntax, scope);
    case "logic":
      return compileLogic(compiler, syntax, scope);
    case "if":
      return compileIf(compiler, syntax, scope);
    case "for":
      return compileFor(compiler, syntax, scope);
    case "quantified":
      return compileQuantified(compiler, syntax, scope);
    case "list":
      return compileList(compiler, syntax, scope);
    case "context":
      return compileContext(compiler, syntax, scope);
    case "range":
      return compileRange(compiler, syntax, scope);
    case "unary":
      return compileUnary(compiler, syntax, scope);
    case "call":
      return compileCall(compiler, syntax, scope);
    case "instance":
      return compileInstance(compiler, syntax, scope);
    case "function":
      return compileFunction(compiler, syntax, scope);
  }
}
