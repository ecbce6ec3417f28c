import { SqlError } from "../store/sql-error.ts";
import type { Value } from "../store/table.ts";
import { compileAggregate, isAggregate } from "./compile-aggregate.ts";
import { compileCall } from "./functions.ts";
import type { Compiled, Running, Scope } from "./scope.ts";
import type { Expression, Select, TypeName } from "./syntax.ts";
import { castValue, compareValues, isNumber } from "./values.ts";

/** Makes an expression ready to be evaluated. Throws where it uses names or types that are not known. */
export function compileExpression(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case "literal": {
      const { value, type } = expression;
      return { type, run: () => value };
    }
    case "parameter": {
      const { index } = expression;
      return { type: "unknown", run: ({ parameters }) => given(parameters[index]) };
    }
    case "column":
      return compileColumn(expression.table, expression.name, scope);
    case "not": {
      const of = compileExpression(expression.of, scope);
      return bool((running) => {
        const value = of.run(running);
        return value === null ? null : !value;
      });
    }
    case "negative": {
      const of = compileExpression(expression.of, scope);
      return {
        type: of.type,
        run: (running) => {
          const value = of.run(running);
          return value === null ? null : -(value as number);
        },
      };
    }
    case "binary":
      return compileBinary(expression, scope);
    case "null": {
      const of = compileExpression(expression.of, scope);
      const { not } = expression;
      return bool((running) => (of.run(running) === null) !== not);
    }
    case "truth": {
      const of = compileExpression(expression.of, scope);
      const { not, value } = expression;
      return bool((running) => (of.run(running) === value) !== not);
    }
    case "distinct": {
      const { not } = expression;
      const [left, right] = ofOneType(expression.left, expression.right, scope);
      return bool((running) => {
        const a = left.run(running);
        const b = right.run(running);
        const same = a === null || b === null ? a === b : compareValues(a, b) === 0;
        return same === not;
      });
    }
    case "in":
      return compileIn(expression, scope);
    case "any":
    case "all":
      return compileAny(expression, scope);
    case "case":
      return compileCase(expression, scope);
    case "cast": {
      const { of, type } = expression;
      if (of.kind !== "literal") return cast(compileExpression(of, scope), type);
      const constant = castValue(of.value, of.type, type);
      return { type, run: () => constant };
    }
    case "call":
      if (isAggregate(expression.name)) return compileAggregate(expression, scope, compileExpression);
      return compileCall(expression, scope, compileExpression);
    case "subquery": {
      const query = scope.parts.compileQuery(expression.query, scope);
      return {
        type: query.columns[0]?.type ?? "unknown",
        run: (running) => {
          const rows = query.run(running);
          if (rows.length > 1)
            throw new SqlError("21000", "more than one row returned by a subquery used as an expression");
          return rows[0]?.[0] ?? null;
        },
      };
    }
    case "exists": {
      const query = scope.parts.compileQuery(expression.query, scope);
      return bool((running) => query.run(running).length > 0);
    }
    case "array": {
      const items = expression.items.map((item) => compileExpression(item, scope));
      const type = items.find((item) => item.type !== "unknown")?.type ?? "text";
      const same = items.map((item) => cast(item, type));
      return { type: `${type}[]`, run: (running) => same.map((item) => item.run(running)) };
    }
    case "row": {
      const items = expression.items.map((item) => compileExpression(item, scope));
      return { type: "row", run: (running) => items.map((item) => item.run(running)) };
    }
    case "subscript": {
      const of = compileExpression(expression.of, scope);
      const index = compileExpression(expression.index, scope);
      return {
        type: of.type.slice(0, -2),
        run: (running) => {
          const list = of.run(running) as readonly Value[] | null;
          const at = index.run(running);
          return list === null || at === null ? null : (list[(at as number) - 1] ?? null);
        },
      };
    }
    case "zone":
      return compileExpression(expression.of, scope);
  }
}

/** The expression as one of the type. */
export function cast(of: Compiled, type: TypeName): Compiled {
  const { type: from } = of;
  if (from === type || type === "unknown") return of;
  return { type, run: (running) => castValue(of.run(running), from, type) };
}

function given(value: unknown): Value {
  return value === undefined ? null : (value as Value);
}

function bool(run: (running: Running) => boolean | null): Compiled {
  return { type: "bool", run };
}

function compileColumn(table: string | null, name: string, scope: Scope): Compiled {
  for (let around: Scope | null = scope; around !== null; around = around.parent) {
    for (const source of around.sources) {
      if (table !== null && source.alias !== table) continue;
      const index = source.columns.findIndex((column) => column.name === name);
      const column = source.columns[index];
      if (column === undefined) continue;
      const { slot } = source;
      scope.parts.used.add(slot);
      return { type: column.type, run: ({ rows }) => rows[slot]?.[index] ?? null };
    }
  }
  throw new SqlError("42703", `column ${table === null ? "" : `${table}.`}${name} does not exist`);
}

/** Both sides as values that can be compared. */
function ofOneType(a: Expression, b: Expression, scope: Scope): [Compiled, Compiled] {
  return unified(compileExpression(a, scope), compileExpression(b, scope));
}

function unified(left: Compiled, right: Compiled): [Compiled, Compiled] {
  if (left.type === "row" || right.type === "row") return [left, right];
  if (left.type === "unknown" && right.type === "unknown") return [cast(left, "text"), cast(right, "text")];
  if (left.type === "unknown") return [cast(left, right.type), right];
  if (right.type === "unknown") return [left, cast(right, left.type)];
  return [left, right];
}

type BinaryExpression = Extract<Expression, { kind: "binary" }>;

function compileBinary({ operator, left, right }: BinaryExpression, scope: Scope): Compiled {
  if (operator === "and" || operator === "or") {
    const a = compileExpression(left, scope);
    const b = compileExpression(right, scope);
    const decided = operator === "or";
    return bool((running) => {
      const first = a.run(running) as boolean | null;
      if (first === decided) return decided;
      const second = b.run(running) as boolean | null;
      if (second === decided) return decided;
      return first === null || second === null ? null : !decided;
    });
  }
  const test = COMPARE[operator];
  if (test !== undefined) {
    const [a, b] = ofOneType(left, right, scope);
    if (a.type === "row") return compareRows(test, a, b);
    return bool((running) => {
      const first = a.run(running);
      if (first === null) return null;
      const second = b.run(running);
      return second === null ? null : test(compareValues(first, second));
    });
  }
  return compileArithmetic(operator, compileExpression(left, scope), compileExpression(right, scope));
}

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function compareRows(test: (order: number) => boolean, a: Compiled, b: Compiled): Compiled {
  return bool((running) => {
    const first = a.run(running) as readonly Value[];
    const second = b.run(running) as readonly Value[];
    if (first.includes(null) || second.includes(null)) return null;
    return test(compareValues(first, second));
  });
}

function compileArithmetic(operator: string, a: Compiled, b: Compiled): Compiled {
  const both = (type: TypeName, work: (first: Value, second: Value) => Value): Compiled => ({
    type,
    run: (running) => {
      const first = a.run(running);
      const second = first === null ? null : b.run(running);
      return first === null || second === null ? null : work(first, second);
    },
  });
  if (operator === "||") {
    if (a.type.endsWith("[]"))
      return both(a.type, (first, second) => [...(first as Value[]), ...(second as Value[])]);
    return both("text", (first, second) => `${String(first)}${String(second)}`);
  }
  if (operator === "&&") {
    return both("bool", (first, second) =>
      (first as Value[]).some((one) => (second as Value[]).includes(one)),
    );
  }
  if (operator === "->" || operator === "->>") {
    return both(operator === "->" ? "json" : "text", (first, second) => {
      const member = JSON.parse(first as string)[second as string];
      if (member === undefined || (member === null && operator === "->>")) return null;
      return operator === "->" || typeof member === "object" ? JSON.stringify(member) : String(member);
    });
  }
  const type = typeOfSum(operator, a.type, b.type);
  const [x, y] = [asNumber(a), asNumber(b)];
  const whole = type === "int4" || type === "int8";
  return {
    type,
    run: (running) => {
      const first = x.run(running) as number | null;
      const second = first === null ? null : (y.run(running) as number | null);
      if (first === null || second === null) return null;
      switch (operator) {
        case "+":
          return first + second;
        case "-":
          return first - second;
        case "*":
          return first * second;
        case "%":
          return first % second;
        default:
          if (second === 0) throw new SqlError("22012", "division by zero");
          return whole ? Math.trunc(first / second) : first / second;
      }
    },
  };
}

function asNumber(of: Compiled): Compiled {
  return of.type === "unknown" ? cast(of, "float8") : of;
}

function typeOfSum(operator: string, a: TypeName, b: TypeName): TypeName {
  const kinds = [a, b];
  if (kinds.includes("timestamptz"))
    return a === b && operator === "-"
      ? "interval"
      : operator === "-" || operator === "+"
        ? "timestamptz"
        : fail(a, b);
  if (kinds.includes("interval")) return "interval";
  for (const wide of ["float8", "numeric", "int8", "int4"]) if (kinds.includes(wide)) return wide;
  return fail(a, b);
}

function fail(a: TypeName, b: TypeName): never {
  throw new Error(`The model does not reckon with ${a} and ${b}`);
}

function compileIn(expression: Extract<Expression, { kind: "in" }>, scope: Scope): Compiled {
  const { not } = expression;
  const of = compileExpression(expression.of, scope);
  const list = listOf(expression.list, of, scope);
  return bool((running) => {
    const value = of.run(running);
    if (value === null) return null;
    let unknown = false;
    for (const one of list(running)) {
      if (one === null) unknown = true;
      else if (compareValues(value, one) === 0) return !not;
    }
    return unknown ? null : not;
  });
}

function listOf(
  list: readonly Expression[] | Select,
  of: Compiled,
  scope: Scope,
): (running: Running) => readonly Value[] {
  if ("kind" in list) {
    const query = scope.parts.compileQuery(list, scope);
    return (running) => query.run(running).map((row) => row[0] ?? null);
  }
  const items = list.map((item) => unified(of, compileExpression(item, scope))[1]);
  return (running) => items.map((item) => item.run(running));
}

function compileAny(expression: Extract<Expression, { kind: "any" | "all" }>, scope: Scope): Compiled {
  const left = compileExpression(expression.left, scope);
  const test = COMPARE[expression.operator];
  if (test === undefined)
    throw new Error(`The model does not know ${expression.operator} ${expression.kind}`);
  const decided = expression.kind === "any";
  const right = expression.right;
  let list: (running: Running) => readonly Value[] | null;
  if (right.kind === "select") {
    const query = scope.parts.compileQuery(right, scope);
    list = (running) => query.run(running).map((row) => row[0] ?? null);
  } else {
    const compiled = compileExpression(right, scope);
    const array = compiled.type === "unknown" ? cast(compiled, `${left.type}[]`) : compiled;
    list = (running) => array.run(running) as readonly Value[] | null;
  }
  const same = left.type === "unknown" ? cast(left, "text") : left;
  return bool((running) => {
    const value = same.run(running);
    const values = list(running);
    if (values === null) return null;
    if (values.length === 0) return !decided;
    if (value === null) return null;
    let unknown = false;
    for (const one of values) {
      if (one === null) unknown = true;
      else if (test(compareValues(value, one)) === decided) return decided;
    }
    return unknown ? null : !decided;
  });
}

function compileCase(expression: Extract<Expression, { kind: "case" }>, scope: Scope): Compiled {
  const { of } = expression;
  const whens = expression.whens.map(({ when, result }) => ({
    when:
      of === null
        ? compileExpression(when, scope)
        : compileExpression({ kind: "binary", operator: "=", left: of, right: when }, scope),
    result: compileExpression(result, scope),
  }));
  const otherwise = expression.otherwise === null ? null : compileExpression(expression.otherwise, scope);
  const results = [...whens.map(({ result }) => result), ...(otherwise === null ? [] : [otherwise])];
  const type = commonType(results);
  const same = whens.map(({ when, result }) => ({ when, result: cast(result, type) }));
  const last = otherwise === null ? null : cast(otherwise, type);
  return {
    type,
    run: (running) => {
      for (const { when, result } of same) if (when.run(running) === true) return result.run(running);
      return last === null ? null : last.run(running);
    },
  };
}

/** The type of several values of which one is taken. */
export function commonType(all: readonly Compiled[]): TypeName {
  const known = all.map(({ type }) => type).filter((type) => type !== "unknown");
  if (known.length === 0) return "text";
  if (known.every(isNumber))
    return ["float8", "numeric", "int8", "int4"].find((type) => known.includes(type)) ?? "int4";
  return known[0] ?? "text";
}
