import { nearest } from "../error/nearest.ts";
import type { Syntax, SyntaxOf } from "../syntax/syntax.ts";
import { compareFeel } from "../value/compare-feel.ts";
import { describe } from "../value/describe.ts";
import type { Checker } from "./checker.ts";
import { kindWords } from "./kind-words.ts";
import { ANY, compatible, isDuration, NUMBER, type StaticType } from "./static-type.ts";

const ORDERED = new Set(["number", "string", "date", "time", "date and time", "any", "null"]);

/** Reports two sides that cannot be compared, and a choice that a field never has. */
export function checkComparable(
  checker: Checker,
  whole: Syntax,
  operator: string,
  [left, leftType]: readonly [Syntax, StaticType],
  [right, rightType]: readonly [Syntax, StaticType],
): void {
  const equality = operator === "=" || operator === "!=" || operator === "in";
  const ordered = (type: StaticType): boolean => ORDERED.has(type.kind) || isDuration(type);
  const fits = compatible(leftType, rightType) && (equality || (ordered(leftType) && ordered(rightType)));
  if (!fits) {
    mismatch(checker, whole, operator, [left, leftType], [right, rightType]);
    return;
  }
  if (!equality) return;
  checkChoice(checker, left, leftType, right);
  checkChoice(checker, right, rightType, left);
}

/** Reports a range of two literals that no value can be in. `closed`: a single value may be in it. */
export function checkNotEmpty(
  checker: Checker,
  syntax: SyntaxOf<"range"> | SyntaxOf<"between">,
  closed: boolean,
): void {
  const { low, high } = syntax;
  if (low.kind !== "literal" || high.kind !== "literal") return;
  const order = compareFeel(low.value, high.value);
  if (order === null || order < 0 || (order === 0 && closed)) return;
  checker.report("empty-range", syntax.at, {
    part: checker.textOf(syntax),
    low: describe(low.value),
    high: describe(high.value),
  });
}

/** Reports a literal that is none of the field's choices. */
function checkChoice(checker: Checker, field: Syntax, type: StaticType, other: Syntax): void {
  if (!type.choices || other.kind !== "literal" || other.value === null) return;
  const { value } = other;
  if (type.choices.some((choice) => choice === value)) return;
  const known = type.choices.map((choice) => JSON.stringify(choice));
  const near = nearest(
    String(value),
    type.choices.map((choice) => String(choice)),
  );
  const suggestion = near === null ? null : JSON.stringify(near);
  const params = {
    field: checker.textOf(field),
    value: describe(value),
    known: known.slice(0, 12).join(", "),
  };
  if (suggestion) checker.report("unknown-choice-near", other.at, { ...params, suggestion });
  else checker.report("unknown-choice", other.at, params);
}

/** Reports a sub-expression that is surely neither true nor false. */
export function wantBoolean(checker: Checker, syntax: Syntax, type: StaticType): void {
  if (type.kind === "boolean" || type.kind === "any" || type.kind === "null") return;
  const words = kindWords(type);
  checker.report("type-expected", syntax.at, {
    part: checker.textOf(syntax),
    found: words.en,
    foundZh: words["zh-CN"],
    wanted: "true or false",
    wantedZh: "是/否",
  });
}

export function inferArithmetic(
  checker: Checker,
  syntax: SyntaxOf<"arithmetic">,
  left: StaticType,
  right: StaticType,
): StaticType {
  const result = arithmeticResult(syntax.operator, left, right);
  if (result) return result;
  mismatch(checker, syntax, syntax.operator, [syntax.left, left], [syntax.right, right]);
  return ANY;
}

function arithmeticResult(operator: string, left: StaticType, right: StaticType): StaticType | null {
  if (left.kind === "any" || right.kind === "any") return ANY;
  if (left.kind === "null" || right.kind === "null") return ANY;
  if (left.kind === "number" && right.kind === "number") return numberResult(operator, left, right);
  if (operator === "+" && left.kind === "string" && right.kind === "string") return { kind: "string" };
  const moment = (type: StaticType): boolean => type.kind === "date" || type.kind === "date and time";
  if (operator === "+" || operator === "-") {
    if (isDuration(left) && isDuration(right)) return compatible(left, right) ? left : null;
    if ((moment(left) || left.kind === "time") && isDuration(right)) return left;
    if (operator === "+" && isDuration(left) && (moment(right) || right.kind === "time")) return right;
    const both = (moment(left) && moment(right)) || (left.kind === "time" && right.kind === "time");
    return operator === "-" && both ? { kind: "days and time duration" } : null;
  }
  if (operator === "*" && isDuration(left) && right.kind === "number") return left;
  if (operator === "*" && left.kind === "number" && isDuration(right)) return right;
  if (operator === "/" && isDuration(left)) {
    if (right.kind === "number") return left;
    return compatible(left, right) ? NUMBER : null;
  }
  return null;
}

/** Money plus money stays money, and so does a multiple of it; a rate of two amounts is a plain number. */
function numberResult(operator: string, left: StaticType, right: StaticType): StaticType {
  const money =
    operator === "+" || operator === "-"
      ? left.money === true || right.money === true
      : operator === "*"
        ? left.money !== right.money
        : operator === "/" && left.money === true && right.money !== true;
  return money ? { kind: "number", money: true } : NUMBER;
}

function mismatch(
  checker: Checker,
  whole: Syntax,
  operator: string,
  [left, leftType]: readonly [Syntax, StaticType],
  [right, rightType]: readonly [Syntax, StaticType],
): void {
  checker.report("type-mismatch", whole.at, {
    part: checker.textOf(whole),
    operator,
    left: checker.textOf(left),
    leftType: kindWords(leftType).en,
    leftTypeZh: kindWords(leftType)["zh-CN"],
    right: checker.textOf(right),
    rightType: kindWords(rightType).en,
    rightTypeZh: kindWords(rightType)["zh-CN"],
  });
}
