import {
  compileExpression,
  compileUnaryTests,
  type EvaluationContext,
  type FeelContext,
  type FeelType,
  type FeelValue,
  type FieldType,
  type FieldTypes,
  kindOf,
} from "@flowright/expressions";

/** What an expression sees: values by name, and the types of its model. */
export interface Scope {
  readonly values: ReadonlyMap<string, FeelValue>;
  readonly types: ReadonlyMap<string, FeelType>;
  readonly journal: Journal;
}

/** What comes to light while a test case runs. */
export interface Journal {
  /** Why something has no value. */
  readonly problems: string[];
  /** How many decision tables were decided, and by what. */
  readonly tables: { product: number; here: number };
}

export function newJournal(): Journal {
  return { problems: [], tables: { product: 0, here: 0 } };
}

/** What now() says in every test case. */
export const NOW = "2026-07-01T12:00:00Z";
const STEPS = 1_000_000;

export function withValues(scope: Scope, more: Iterable<readonly [string, FeelValue]>): Scope {
  return { ...scope, values: new Map([...scope.values, ...more]) };
}

/** The value of a FEEL expression under DMN's nulls. */
export function evaluateText(text: string, scope: Scope): FeelValue {
  const compiled = compileExpression(text, shapesOf(scope), optionsOf(scope));
  if (!compiled.ok) {
    scope.journal.problems.push(`${text}: ${compiled.error.message.en}`);
    return null;
  }
  const result = compiled.expression.evaluate({}, contextOf(scope));
  if (result.ok) return result.value;
  scope.journal.problems.push(`${text}: ${result.error.message.en}`);
  return null;
}

/** Whether a value passes the unary tests of a cell. */
export function passesTests(text: string, value: FeelValue, scope: Scope): boolean {
  const compiled = compileUnaryTests(text, shapesOf(scope), undefined, optionsOf(scope));
  if (!compiled.ok) {
    scope.journal.problems.push(`${text}: ${compiled.error.message.en}`);
    return false;
  }
  const result = compiled.tests.accepts(value, {}, contextOf(scope));
  if (!result.ok) scope.journal.problems.push(`${text}: ${result.error.message.en}`);
  return result.ok && result.value === true;
}

function contextOf(scope: Scope): EvaluationContext {
  return {
    now: NOW,
    steps: STEPS,
    values: scope.values,
    onNull: (error) => scope.journal.problems.push(error.message.en),
  };
}

function optionsOf(scope: Scope) {
  return { nulls: "dmn", names: "dmn", given: new Set(scope.values.keys()), types: scope.types } as const;
}

/** The names of the values, for a parser that must know where a name ends. */
function shapesOf(scope: Scope): FieldTypes {
  return Object.fromEntries([...scope.values].map(([name, value]) => [name, shapeOf(value, 0)]));
}

function shapeOf(value: FeelValue, depth: number): FieldType {
  if (depth > 5) return {};
  if (kindOf(value) === "list")
    return { items: shapeOf((value as readonly FeelValue[])[0] ?? null, depth + 1) };
  if (kindOf(value) !== "context") return {};
  const context = value as FeelContext;
  return {
    properties: Object.fromEntries(
      context.names().map((name) => [name, shapeOf(context.get(name) ?? null, depth + 1)]),
    ),
  };
}
