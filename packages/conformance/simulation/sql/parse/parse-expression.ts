import type { Call, Expression, OrderItem, Select, TypeName } from "../syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** Reads a query inside an expression; the two readers call each other. */
export type QueryReader = (reader: TokenReader) => Select;

const COMPARISONS = new Set(["=", "<>", "!=", "<", "<=", ">", ">=", "&&", "@>"]);
const TYPES: Readonly<Record<string, TypeName>> = {
  int: "int4",
  integer: "int4",
  int4: "int4",
  smallint: "int4",
  bigint: "int8",
  int8: "int8",
  text: "text",
  varchar: "text",
  name: "text",
  uuid: "uuid",
  boolean: "bool",
  bool: "bool",
  json: "json",
  jsonb: "json",
  float8: "float8",
  numeric: "numeric",
  xid8: "xid8",
  timestamptz: "timestamptz",
  interval: "interval",
  bytea: "bytea",
  date: "timestamptz",
  regclass: "text",
};

/** Reads the name of a type, arrays included. */
export function readType(reader: TokenReader): TypeName {
  const word = reader.name();
  let type: TypeName | undefined = TYPES[word];
  if (word === "double" && reader.takes("precision")) type = "float8";
  if (word === "timestamp" && reader.takes("with", "time", "zone")) type = "timestamptz";
  if (type === undefined) reader.fail(`the type ${word} is not known`);
  return reader.takes("[", "]") ? `${type}[]` : type;
}

/** Reads one expression by the order of precedence of PostgreSQL. */
export function readExpression(reader: TokenReader, query: QueryReader): Expression {
  return readOr(reader, query);
}

function readOr(reader: TokenReader, query: QueryReader): Expression {
  let left = readAnd(reader, query);
  while (reader.takes("or")) left = { kind: "binary", operator: "or", left, right: readAnd(reader, query) };
  return left;
}

function readAnd(reader: TokenReader, query: QueryReader): Expression {
  let left = readNot(reader, query);
  while (reader.takes("and")) left = { kind: "binary", operator: "and", left, right: readNot(reader, query) };
  return left;
}

function readNot(reader: TokenReader, query: QueryReader): Expression {
  if (reader.takes("not")) return { kind: "not", of: readNot(reader, query) };
  return readIs(reader, query);
}

function readIs(reader: TokenReader, query: QueryReader): Expression {
  let left = readComparison(reader, query);
  while (reader.takes("is")) {
    const not = reader.takes("not");
    if (reader.takes("null")) left = { kind: "null", of: left, not };
    else if (reader.takes("true")) left = { kind: "truth", of: left, value: true, not };
    else if (reader.takes("false")) left = { kind: "truth", of: left, value: false, not };
    else {
      reader.expect("distinct", "from");
      left = { kind: "distinct", left, right: readComparison(reader, query), not };
    }
  }
  return left;
}

function readComparison(reader: TokenReader, query: QueryReader): Expression {
  let left = readSpan(reader, query);
  while (reader.peek().kind === "sign" && COMPARISONS.has(reader.peek().text)) {
    const sign = reader.next().text;
    const operator = sign === "!=" ? "<>" : sign;
    const which = reader.sees("any", "(") ? "any" : reader.sees("all", "(") ? "all" : null;
    if (which !== null) {
      reader.next();
      reader.expect("(");
      const right = beginsQuery(reader) ? query(reader) : readExpression(reader, query);
      reader.expect(")");
      left = { kind: which, operator, left, right };
    } else left = { kind: "binary", operator, left, right: readSpan(reader, query) };
  }
  return left;
}

/** Membership and ranges: `in`, `between`. */
function readSpan(reader: TokenReader, query: QueryReader): Expression {
  const left = readOther(reader, query);
  const not = reader.sees("not", "in") || reader.sees("not", "between");
  if (not) reader.next();
  if (reader.takes("in")) {
    reader.expect("(");
    const list = beginsQuery(reader) ? query(reader) : readList(reader, query);
    reader.expect(")");
    return { kind: "in", of: left, list, not };
  }
  if (reader.takes("between")) {
    const low = readOther(reader, query);
    reader.expect("and");
    const high = readOther(reader, query);
    const inside: Expression = {
      kind: "binary",
      operator: "and",
      left: { kind: "binary", operator: ">=", left, right: low },
      right: { kind: "binary", operator: "<=", left, right: high },
    };
    return not ? { kind: "not", of: inside } : inside;
  }
  return left;
}

function readOther(reader: TokenReader, query: QueryReader): Expression {
  let left = readSum(reader, query);
  while (reader.sees("||") || reader.sees("->") || reader.sees("->>")) {
    const operator = reader.next().text;
    left = { kind: "binary", operator, left, right: readSum(reader, query) };
  }
  return left;
}

function readSum(reader: TokenReader, query: QueryReader): Expression {
  let left = readProduct(reader, query);
  while (reader.sees("+") || reader.sees("-")) {
    const operator = reader.next().text;
    left = { kind: "binary", operator, left, right: readProduct(reader, query) };
  }
  return left;
}

function readProduct(reader: TokenReader, query: QueryReader): Expression {
  let left = readZone(reader, query);
  while (reader.sees("*") || reader.sees("/") || reader.sees("%")) {
    const operator = reader.next().text;
    left = { kind: "binary", operator, left, right: readZone(reader, query) };
  }
  return left;
}

function readZone(reader: TokenReader, query: QueryReader): Expression {
  const of = readSigned(reader, query);
  if (!reader.takes("at", "time", "zone")) return of;
  readSigned(reader, query);
  return { kind: "zone", of };
}

function readSigned(reader: TokenReader, query: QueryReader): Expression {
  if (reader.takes("-")) return { kind: "negative", of: readSigned(reader, query) };
  return readPostfix(reader, query);
}

function readPostfix(reader: TokenReader, query: QueryReader): Expression {
  let of = readPrimary(reader, query);
  for (;;) {
    if (reader.takes("::")) of = { kind: "cast", of, type: readType(reader) };
    else if (reader.takes("[")) {
      of = { kind: "subscript", of, index: readExpression(reader, query) };
      reader.expect("]");
    } else return of;
  }
}

function readPrimary(reader: TokenReader, query: QueryReader): Expression {
  const token = reader.peek();
  if (token.kind === "parameter") {
    reader.next();
    return { kind: "parameter", index: Number(token.text) - 1 };
  }
  if (token.kind === "number") {
    reader.next();
    return {
      kind: "literal",
      value: Number(token.text),
      type: token.text.includes(".") ? "numeric" : "int4",
    };
  }
  if (token.kind === "text") {
    reader.next();
    return { kind: "literal", value: token.text, type: "unknown" };
  }
  if (reader.takes("(")) return readParentheses(reader, query);
  if (token.kind === "quoted") return readName(reader);
  switch (token.text) {
    case "null":
    case "true":
    case "false":
      reader.next();
      return token.text === "null"
        ? { kind: "literal", value: null, type: "unknown" }
        : { kind: "literal", value: token.text === "true", type: "bool" };
    case "exists": {
      reader.next();
      reader.expect("(");
      const found = query(reader);
      reader.expect(")");
      return { kind: "exists", query: found };
    }
    case "case":
      return readCase(reader, query);
    case "cast": {
      reader.next();
      reader.expect("(");
      const of = readExpression(reader, query);
      reader.expect("as");
      const type = readType(reader);
      reader.expect(")");
      return { kind: "cast", of, type };
    }
    case "array": {
      reader.next();
      reader.expect("[");
      const items = reader.sees("]") ? [] : readList(reader, query);
      reader.expect("]");
      return { kind: "array", items };
    }
    case "extract": {
      reader.next();
      reader.expect("(", "epoch", "from");
      const of = readExpression(reader, query);
      reader.expect(")");
      return call("epoch", [of]);
    }
    case "interval":
    case "timestamptz":
      if (reader.peek(1).kind === "text") {
        reader.next();
        const { text } = reader.next();
        return { kind: "cast", of: { kind: "literal", value: text, type: "unknown" }, type: token.text };
      }
      break;
    default:
      break;
  }
  if (reader.peek(1).text === "(" && reader.peek(1).kind === "sign") return readCall(reader, query);
  return readName(reader);
}

function readParentheses(reader: TokenReader, query: QueryReader): Expression {
  if (beginsQuery(reader)) {
    const found = query(reader);
    reader.expect(")");
    return { kind: "subquery", query: found };
  }
  const items = readList(reader, query);
  reader.expect(")");
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: "row", items };
}

function readName(reader: TokenReader): Expression {
  const first = reader.name();
  if (!reader.takes(".")) return { kind: "column", table: null, name: first };
  return { kind: "column", table: first, name: reader.name() };
}

function readCase(reader: TokenReader, query: QueryReader): Expression {
  reader.expect("case");
  const of = reader.sees("when") ? null : readExpression(reader, query);
  const whens: { when: Expression; result: Expression }[] = [];
  while (reader.takes("when")) {
    const when = readExpression(reader, query);
    reader.expect("then");
    whens.push({ when, result: readExpression(reader, query) });
  }
  const otherwise = reader.takes("else") ? readExpression(reader, query) : null;
  reader.expect("end");
  return { kind: "case", of, whens, otherwise };
}

/** A function with its arguments; those with names count as they stand. */
export function readCall(reader: TokenReader, query: QueryReader): Call {
  const name = reader.name();
  reader.expect("(");
  if (reader.takes("*")) {
    reader.expect(")");
    return { ...call(name, []), star: true, filter: readFilter(reader, query) };
  }
  const distinct = reader.takes("distinct");
  const given: Expression[] = [];
  while (!reader.sees(")") && !reader.sees("order", "by")) {
    if (reader.peek(1).text === "=>") {
      given.push({ kind: "literal", value: reader.name(), type: "text" });
      reader.expect("=>");
    }
    given.push(readExpression(reader, query));
    if (!reader.takes(",")) break;
  }
  const order = reader.takes("order", "by") ? readOrder(reader, query) : [];
  reader.expect(")");
  return { ...call(name, given), distinct, order, filter: readFilter(reader, query) };
}

function readFilter(reader: TokenReader, query: QueryReader): Expression | null {
  if (!reader.takes("filter")) return null;
  reader.expect("(", "where");
  const condition = readExpression(reader, query);
  reader.expect(")");
  return condition;
}

/** What follows `order by`. */
export function readOrder(reader: TokenReader, query: QueryReader): OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const by = readExpression(reader, query);
    const descending = reader.takes("desc") || (reader.takes("asc") && false);
    const nullsFirst = reader.takes("nulls", "first") || (!reader.takes("nulls", "last") && descending);
    items.push({ by, descending, nullsFirst });
  } while (reader.takes(","));
  return items;
}

function readList(reader: TokenReader, query: QueryReader): Expression[] {
  const items = [readExpression(reader, query)];
  while (reader.takes(",")) items.push(readExpression(reader, query));
  return items;
}

function beginsQuery(reader: TokenReader): boolean {
  return reader.sees("select") || reader.sees("with") || reader.sees("values");
}

function call(name: string, given: readonly Expression[]): Call {
  return { kind: "call", name, arguments: given, star: false, distinct: false, order: [], filter: null };
}
