import {
  checkExpression,
  checkUnaryTests,
  compileExpression,
  compileUnaryTests,
  type Expected,
  type Expression,
  type ExpressionError,
  type FieldType,
  type FieldTypes,
  type UnaryTests,
} from "@flowright/expressions";
import { COLUMN_TYPES } from "../table/column-type.ts";
import type { DecisionTable } from "../table/decision-table.ts";

/** The variables that the cells of a table may read. */
export interface Scope {
  readonly types: FieldTypes;
  /** There may be others that nothing is known of. */
  readonly open: boolean;
}

/**
 * The scope of a table: the fields of a flow, or without them what the table itself says: the fields that its
 * columns look at, with the types of the columns.
 */
export function scopeOf(table: DecisionTable, types: FieldTypes | undefined): Scope {
  if (types) return { types, open: false };
  const known: Fields = {};
  for (const { expression, type } of table.inputs)
    addField(known, expression.trim().split("."), COLUMN_TYPES[type].stored);
  return { types: known, open: true };
}

/** Compiles an expression and says what is wrong with it. */
export function expressionIn(
  scope: Scope,
  source: string,
  expected: Expected,
): { compiled: Expression | null; errors: ExpressionError[] } {
  const errors = withoutUnknown(scope, checkExpression(source, scope.types, expected));
  const compiled = compileExpression(source, scope.types);
  if (errors.length > 0) return { compiled: null, errors };
  return compiled.ok
    ? { compiled: compiled.expression, errors }
    : { compiled: null, errors: [compiled.error] };
}

/** Compiles the tests of a cell for values of the type `input`. */
export function testsIn(
  scope: Scope,
  source: string,
  input: FieldType,
): { compiled: UnaryTests | null; errors: ExpressionError[] } {
  const errors = withoutUnknown(scope, checkUnaryTests(source, scope.types, input));
  const compiled = compileUnaryTests(source, scope.types, input);
  if (errors.length > 0) return { compiled: null, errors };
  return compiled.ok ? { compiled: compiled.tests, errors } : { compiled: null, errors: [compiled.error] };
}

function withoutUnknown({ open }: Scope, errors: ExpressionError[]): ExpressionError[] {
  return open
    ? errors.filter(({ code }) => !/^expression\.unknown-(name|entry)(-near)?$/.test(code))
    : errors;
}

interface Fields {
  [name: string]: FieldType;
}

/** Adds the field at a path; of a path that is none, or that leads through a value, nothing is known. */
function addField(fields: Fields, [name = "", ...rest]: readonly string[], type: FieldType): void {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || name === "__proto__") return;
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (rest.length === 0) {
    if (!known) fields[name] = type;
  } else if (!known || known.type === "object") {
    const properties: Fields = { ...known?.properties };
    addField(properties, rest, type);
    fields[name] = { type: "object", properties };
  }
}
