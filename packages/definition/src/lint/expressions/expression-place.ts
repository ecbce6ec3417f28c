import type { Expected } from "@flowright/expressions";
import type { ScopeVariables } from "../../model/scope-variables.ts";

/** An expression in a definition, what it may read and what it has to give. */
export interface ExpressionPlace {
  readonly source: string;
  /** Characters before the expression in the text at `path`, e.g. a leading `=`. */
  readonly skip?: number;
  readonly path: string;
  readonly node: string | undefined;
  readonly types: ScopeVariables;
  readonly expected: Expected;
}

/** The place of an expression, if there is one. */
export function* expression(
  source: string | undefined,
  path: string,
  node: string | undefined,
  types: ScopeVariables,
  expected: Expected = "any",
): Generator<ExpressionPlace> {
  if (source !== undefined) yield { source, path, node, types, expected };
}
