import type { Row, Value } from "../store/table.ts";
import type { Compiled, Running, Scope } from "./scope.ts";
import type { Call, Expression, TypeName } from "./syntax.ts";
import { compareValues } from "./values.ts";

const AGGREGATES = new Set([
  "count",
  "sum",
  "avg",
  "min",
  "max",
  "array_agg",
  "json_agg",
  "bool_or",
  "bool_and",
  "string_agg",
]);

export function isAggregate(name: string): boolean {
  return AGGREGATES.has(name);
}

/** Whether an expression holds an aggregate of its own query. */
export function holdsAggregate(expression: Expression): boolean {
  if (expression.kind === "call" && isAggregate(expression.name)) return true;
  return Object.values(expression).some((part) => {
    if (Array.isArray(part)) return part.some((one) => isExpression(one) && holdsAggregate(one));
    return isExpression(part) && holdsAggregate(part);
  });
}

function isExpression(part: unknown): part is Expression {
  if (typeof part !== "object" || part === null) return false;
  if ("when" in part || "by" in part) return true;
  // A query inside has aggregates of its own.
  return "kind" in part && part.kind !== "select";
}

/** An aggregate over the rows of a group. */
export function compileAggregate(
  call: Call,
  scope: Scope,
  compile: (expression: Expression, scope: Scope) => Compiled,
): Compiled {
  const { grouped } = scope;
  if (grouped === null) throw new Error(`The model does not expect ${call.name} here`);
  const arguments_ = call.arguments.map((one) => compile(one, scope));
  const filter = call.filter === null ? null : compile(call.filter, scope);
  const order = call.order.map((item) => ({ ...item, by: compile(item.by, scope) }));
  const [first, second] = arguments_;
  const values = (running: Running): Value[] => {
    const found: { value: Value; keys: Value[] }[] = [];
    const kept = grouped.map((slot) => running.rows[slot] as Row);
    for (const rows of running.group) {
      for (const [index, slot] of grouped.entries()) running.rows[slot] = rows[index] as Row;
      if (filter !== null && filter.run(running) !== true) continue;
      const value = call.star || first === undefined ? true : first.run(running);
      found.push({ value, keys: order.map(({ by }) => by.run(running)) });
    }
    for (const [index, slot] of grouped.entries()) running.rows[slot] = kept[index] as Row;
    if (order.length > 0)
      found.sort((a, b) => {
        for (const [index, { descending }] of order.entries()) {
          const way = compareValues(a.keys[index] as Value, b.keys[index] as Value);
          if (way !== 0) return descending ? -way : way;
        }
        return 0;
      });
    const all = found.map(({ value }) => value);
    return call.distinct ? [...new Set(all)] : all;
  };
  const type = first?.type ?? "bool";
  const of = (result: TypeName, reduce: (all: Value[]) => Value, withNull = false): Compiled => ({
    type: result,
    run: (running) => reduce(withNull ? values(running) : values(running).filter((value) => value !== null)),
  });
  switch (call.name) {
    case "count":
      return of("int8", (all) => all.length);
    case "sum":
      return of(type === "int4" ? "int8" : type, (all) => (all.length === 0 ? null : sum(all)));
    case "avg":
      return of("float8", (all) => (all.length === 0 ? null : sum(all) / all.length));
    case "min":
      return of(type, (all) => all.reduce((a, b) => (a === null || compareValues(b, a) < 0 ? b : a), null));
    case "max":
      return of(type, (all) => all.reduce((a, b) => (a === null || compareValues(b, a) > 0 ? b : a), null));
    case "bool_or":
      return of("bool", (all) => (all.length === 0 ? null : all.includes(true)));
    case "bool_and":
      return of("bool", (all) => (all.length === 0 ? null : !all.includes(false)));
    case "array_agg":
      return of(`${type === "unknown" ? "text" : type}[]`, (all) => (all.length === 0 ? null : all), true);
    case "string_agg":
      return {
        type: "text",
        run: (running) => {
          const all = values(running).filter((value) => value !== null);
          return all.length === 0 ? null : all.join(String(second?.run(running) ?? ""));
        },
      };
    default:
      return of(
        "json",
        (all) => (all.length === 0 ? null : `[${all.map((one) => jsonOf(one, type)).join(",")}]`),
        true,
      );
  }
}

function sum(all: readonly Value[]): number {
  return all.reduce<number>((total, value) => total + (value as number), 0);
}

/** A value as JSON. */
export function jsonOf(value: Value, type: TypeName): string {
  if (value === null) return "null";
  if (type === "json") return value as string;
  if (type === "timestamptz") return JSON.stringify(new Date(value as number).toISOString());
  return JSON.stringify(value);
}
