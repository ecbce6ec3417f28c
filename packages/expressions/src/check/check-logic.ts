import type { CompareOperator, Syntax, SyntaxOf } from "../syntax/syntax.ts";
import { compareFeel, isEqual } from "../value/compare-feel.ts";
import type { FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { Checker } from "./checker.ts";

/** What a comparison says about a field: `amount > 5`. */
interface Fact {
  readonly field: string;
  readonly operator: CompareOperator;
  readonly value: FeelValue;
  readonly syntax: Syntax;
}

const MIRRORED: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/**
 * Reports two comparisons of one field with fixed values that cannot both hold (`a = 1 and a = 2`), or of which one
 * always does (`a != 1 or a != 2`). Every pair is looked at where its two sides meet.
 */
export function checkLogic(checker: Checker, syntax: SyntaxOf<"logic">): void {
  const { operator } = syntax;
  const left = factsIn(checker, syntax.left, operator);
  const right = factsIn(checker, syntax.right, operator);
  for (const first of left) {
    const second = right.find((fact) => fact.field === first.field && exclude(first, fact, operator));
    if (!second) continue;
    checker.report(operator === "and" ? "never-true" : "always-true", syntax.at, {
      part: checker.textOf(syntax),
      field: first.field,
      first: checker.textOf(first.syntax),
      second: checker.textOf(second.syntax),
    });
    return;
  }
}

/** The comparisons that the operator joins, with fixed values. */
function factsIn(checker: Checker, syntax: Syntax, operator: "and" | "or"): Fact[] {
  if (syntax.kind === "logic" && syntax.operator === operator) {
    return [...factsIn(checker, syntax.left, operator), ...factsIn(checker, syntax.right, operator)];
  }
  if (syntax.kind !== "compare") return [];
  const { left, right } = syntax;
  if (isField(left) && right.kind === "literal") {
    return [{ field: checker.textOf(left), operator: syntax.operator, value: right.value, syntax }];
  }
  if (isField(right) && left.kind === "literal") {
    return [{ field: checker.textOf(right), operator: MIRRORED[syntax.operator], value: left.value, syntax }];
  }
  return [];
}

function isField(syntax: Syntax): boolean {
  return syntax.kind === "name" || syntax.kind === "input" || (syntax.kind === "path" && isField(syntax.of));
}

/** Whether no value passes both; joined by `or`, whether no value fails both. */
function exclude(a: Fact, b: Fact, operator: "and" | "or"): boolean {
  const [x, y] = operator === "and" ? [a, b] : [opposite(a), opposite(b)];
  if (kindOf(x.value) !== kindOf(y.value)) return x.operator === "=" && y.operator === "=";
  if (x.operator === "=") return !passes(x.value, y);
  if (y.operator === "=") return !passes(y.value, x);
  if (isLow(x.operator) && isHigh(y.operator)) return apart(x, y);
  return isHigh(x.operator) && isLow(y.operator) && apart(y, x);
}

function opposite(fact: Fact): Fact {
  return { ...fact, operator: OPPOSITE[fact.operator] };
}

function passes(value: FeelValue, { operator, value: bound }: Fact): boolean {
  if (operator === "=") return isEqual(value, bound);
  if (operator === "!=") return !isEqual(value, bound);
  const order = compareFeel(value, bound);
  if (order === null) return true;
  return order === 0 ? operator.endsWith("=") : order < 0 === operator.startsWith("<");
}

function apart(low: Fact, high: Fact): boolean {
  const order = compareFeel(low.value, high.value);
  if (order === null) return false;
  return order > 0 || (order === 0 && !(low.operator === ">=" && high.operator === "<="));
}

function isLow(operator: CompareOperator): boolean {
  return operator === ">" || operator === ">=";
}

function isHigh(operator: CompareOperator): boolean {
  return operator === "<" || operator === "<=";
}
