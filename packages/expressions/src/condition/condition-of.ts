import { numberText } from "../number/feel-number.ts";
import { parseSource } from "../syntax/parse-source.ts";
import type { CompareOperator, Syntax, SyntaxOf } from "../syntax/syntax.ts";
import { writeTemporal } from "../temporal/write-temporal.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { Comparison, Condition, ConditionValue } from "./condition.ts";

const MIRRORED: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The builder's form of an expression; null when it asks for more than the builder can show. */
export function conditionOf(source: string): Condition | null {
  const parsed = parseSource(source);
  if (!parsed.ok) return null;
  const part = partOf(parsed.syntax);
  if (!part) return null;
  return "path" in part ? { all: [part] } : part;
}

function partOf(syntax: Syntax): Comparison | Condition | null {
  switch (syntax.kind) {
    case "logic":
      return groupOf(syntax);
    case "compare":
      return comparisonOf(syntax);
    case "between": {
      const path = pathOf(syntax.of);
      const low = valueOfSyntax(syntax.low);
      const high = valueOfSyntax(syntax.high);
      return path && low && high ? { path, operator: "between", values: [low, high] } : null;
    }
    case "in":
      return inOf(syntax);
    case "call":
      return callOf(syntax);
    case "literal":
      if (syntax.value === true) return { all: [] };
      return syntax.value === false ? { any: [] } : null;
    default: {
      const path = pathOf(syntax);
      return path === null ? null : { path, operator: "yes" };
    }
  }
}

/** A chain of one operator is one group, however it was bracketed. */
function groupOf(syntax: SyntaxOf<"logic">): Condition | null {
  const parts: (Comparison | Condition)[] = [];
  const { operator } = syntax;
  const collect = (side: Syntax): boolean => {
    if (side.kind === "logic" && side.operator === operator) return collect(side.left) && collect(side.right);
    const part = partOf(side);
    if (part) parts.push(part);
    return part !== null;
  };
  if (!collect(syntax)) return null;
  return operator === "and" ? { all: parts } : { any: parts };
}

function comparisonOf(syntax: SyntaxOf<"compare">): Comparison | null {
  const left = pathOf(syntax.left);
  if (left === null) {
    const path = pathOf(syntax.right);
    return path === null ? null : compared(path, MIRRORED[syntax.operator], syntax.left);
  }
  return compared(left, syntax.operator, syntax.right);
}

function compared(path: string, operator: CompareOperator, other: Syntax): Comparison | null {
  if (other.kind === "literal") {
    if (other.value === null) {
      if (operator === "=") return { path, operator: "is empty" };
      return operator === "!=" ? { path, operator: "is not empty" } : null;
    }
    if (typeof other.value === "boolean") {
      return operator === "=" ? { path, operator: other.value ? "yes" : "no" } : null;
    }
  }
  const value = valueOfSyntax(other);
  return value ? { path, operator, value } : null;
}

function inOf(syntax: SyntaxOf<"in">): Comparison | null {
  const path = pathOf(syntax.of);
  const [first] = syntax.tests;
  if (path === null || !first) return null;
  const items = syntax.tests.length === 1 && first.kind === "list" ? first.items : syntax.tests;
  const values: ConditionValue[] = [];
  for (const item of items) {
    const value = item.kind === "literal" ? valueOfSyntax(item) : null;
    if (!value) return null;
    values.push(value);
  }
  return values.length > 0 ? { path, operator: "in", values } : null;
}

function callOf(syntax: SyntaxOf<"call">): Comparison | null {
  if (syntax.callee.kind !== "name" || syntax.callee.name !== "contains" || syntax.named) return null;
  const [of, match] = syntax.positional;
  const path = of ? pathOf(of) : null;
  const value = match ? valueOfSyntax(match) : null;
  return path !== null && value ? { path, operator: "contains", value } : null;
}

function valueOfSyntax(syntax: Syntax): ConditionValue | null {
  if (syntax.kind === "literal") return literalOf(syntax.value);
  const moment = momentOf(syntax);
  if (moment) return moment;
  const field = pathOf(syntax);
  return field === null ? null : { field };
}

function literalOf(value: FeelValue): ConditionValue | null {
  switch (kindOf(value)) {
    case "string":
      return { text: value as string };
    case "number":
      return { number: numberText(value as FeelNumber) };
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return { moment: writeTemporal(value as Parameters<typeof writeTemporal>[0]) };
    default:
      return null;
  }
}

/** `date("2026-11-24")` and the like say the same as `@"2026-11-24"`. */
function momentOf(syntax: Syntax): ConditionValue | null {
  if (syntax.kind !== "call" || syntax.callee.kind !== "name" || syntax.named) return null;
  if (!["date", "time", "date and time", "duration"].includes(syntax.callee.name)) return null;
  const [text] = syntax.positional;
  if (syntax.positional.length !== 1 || text?.kind !== "literal" || typeof text.value !== "string")
    return null;
  const literal = parseSource(`@${JSON.stringify(text.value)}`);
  return literal.ok && literal.syntax.kind === "literal" ? literalOf(literal.syntax.value) : null;
}

/** The dotted path of a field; null for anything else, and for names that have a dot of their own. */
function pathOf(syntax: Syntax): string | null {
  if (syntax.kind === "name") return plain(syntax.name);
  if (syntax.kind !== "path") return null;
  const of = pathOf(syntax.of);
  const name = plain(syntax.name);
  return of === null || name === null ? null : `${of}.${name}`;
}

function plain(name: string): string | null {
  return /[.\s`]/.test(name) || name === "" ? null : name;
}
