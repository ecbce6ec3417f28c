import type { Expected } from "@flowright/expressions";
import type { Mapping } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";

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

/** The values of a list of mappings. */
export function* mappings(
  list: readonly Mapping[] | undefined,
  path: string,
  node: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  for (const [index, { value }] of (list ?? []).entries()) {
    yield* expression(value, `${path}/${index}/value`, node, types);
  }
}

/** A time that is worked out: what stands after `=`. */
export function* timing(
  source: string | undefined,
  path: string,
  node: string,
  types: ScopeVariables,
): Generator<ExpressionPlace> {
  if (source?.startsWith("=")) yield { source: source.slice(1), skip: 1, path, node, types, expected: "any" };
}
