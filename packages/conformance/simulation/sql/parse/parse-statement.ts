import type {
  Assignment,
  Call,
  CommonTable,
  Expression,
  FromItem,
  Insert,
  LockMode,
  Select,
  SelectItem,
  Source,
  Statement,
} from "../syntax.ts";
import { readCall, readExpression, readOrder, readType } from "./parse-expression.ts";
import { TokenReader } from "./token-reader.ts";

/** Reads one statement. Throws where it uses what the model does not know: better than a wrong answer. */
export function parseStatement(text: string): Statement {
  const reader = new TokenReader(text);
  const statement = readStatement(reader);
  reader.takes(";");
  if (reader.peek().kind !== "end") reader.fail("something is left over");
  return statement;
}

/** Reads an expression that stands alone, such as a default or the condition of an index. */
export function parseExpression(text: string): Expression {
  const reader = new TokenReader(text);
  const expression = readExpression(reader, query);
  if (reader.peek().kind !== "end") reader.fail("something is left over");
  return expression;
}

function readStatement(reader: TokenReader): Statement {
  const tables = readWith(reader);
  if (reader.sees("insert")) return readInsert(reader, tables);
  if (reader.sees("update")) return readUpdate(reader, tables);
  if (reader.sees("delete")) return readDelete(reader, tables);
  return readSelect(reader, tables);
}

function readWith(reader: TokenReader): CommonTable[] {
  const tables: CommonTable[] = [];
  if (!reader.takes("with")) return tables;
  do {
    const name = reader.name();
    const columns = reader.sees("(") ? reader.names() : null;
    reader.expect("as");
    if (!reader.takes("materialized")) reader.takes("not", "materialized");
    reader.expect("(");
    tables.push({ name, columns, statement: readStatement(reader) });
    reader.expect(")");
  } while (reader.takes(","));
  return tables;
}

function query(reader: TokenReader): Select {
  return readSelect(reader, readWith(reader));
}

function readSelect(reader: TokenReader, tables: readonly CommonTable[]): Select {
  const first = readSelectBody(reader);
  const union: { all: boolean; query: Select }[] = [];
  while (reader.takes("union")) union.push({ all: reader.takes("all"), query: readSelectBody(reader) });
  const orderBy = reader.takes("order", "by") ? readOrder(reader, query) : [];
  // The lock may be named before the limit or after it.
  const lock = readLock(reader);
  const limit = reader.takes("limit") ? readExpression(reader, query) : null;
  const offset = reader.takes("offset") ? readExpression(reader, query) : null;
  return { ...first, with: tables, union, orderBy, limit, offset, lock: lock ?? readLock(reader) };
}

function readSelectBody(reader: TokenReader): Select {
  const empty: Select = {
    kind: "select",
    with: [],
    distinct: false,
    items: [],
    values: null,
    from: [],
    where: null,
    groupBy: [],
    having: null,
    union: [],
    orderBy: [],
    limit: null,
    offset: null,
    lock: null,
  };
  if (reader.takes("values")) {
    const rows: Expression[][] = [];
    do {
      reader.expect("(");
      const row = [readExpression(reader, query)];
      while (reader.takes(",")) row.push(readExpression(reader, query));
      reader.expect(")");
      rows.push(row);
    } while (reader.takes(","));
    return { ...empty, values: rows };
  }
  reader.expect("select");
  const distinct = reader.takes("distinct");
  const items = endsItems(reader) ? [] : readItems(reader);
  const from = reader.takes("from") ? readFrom(reader) : [];
  const where = reader.takes("where") ? readExpression(reader, query) : null;
  const groupBy: Expression[] = [];
  if (reader.takes("group", "by")) {
    do groupBy.push(readExpression(reader, query));
    while (reader.takes(","));
  }
  const having = reader.takes("having") ? readExpression(reader, query) : null;
  return { ...empty, distinct, items, from, where, groupBy, having };
}

function endsItems(reader: TokenReader): boolean {
  return ["from", ")", "where"].some((word) => reader.sees(word)) || reader.peek().kind === "end";
}

function readLock(reader: TokenReader): Select["lock"] {
  if (!reader.takes("for")) return null;
  const modes: readonly LockMode[] = ["key share", "share", "no key update", "update"];
  const mode = modes.find((one) => reader.takes(...one.split(" ")));
  if (mode === undefined) return reader.fail("the lock is not known");
  const of: string[] = [];
  if (reader.takes("of")) {
    do of.push(reader.name());
    while (reader.takes(","));
  }
  const skip = reader.takes("skip", "locked");
  return { mode, of, skip, noWait: reader.takes("nowait") };
}

function readItems(reader: TokenReader): SelectItem[] {
  const items: SelectItem[] = [];
  do items.push(readItem(reader));
  while (reader.takes(","));
  return items;
}

function readItem(reader: TokenReader): SelectItem {
  if (reader.takes("*")) return { value: null, table: null, name: null };
  if (reader.peek(1).text === "." && reader.peek(2).text === "*") {
    const table = reader.name();
    reader.expect(".", "*");
    return { value: null, table, name: null };
  }
  const value = readExpression(reader, query);
  if (reader.takes("as")) return { value, table: null, name: reader.name() };
  const named = reader.peek().kind === "quoted";
  return { value, table: null, name: named ? reader.name() : null };
}

function readFrom(reader: TokenReader): FromItem[] {
  const items: FromItem[] = [{ source: readSource(reader), join: "inner", on: null }];
  for (;;) {
    if (reader.takes(",") || reader.takes("cross", "join")) {
      items.push({ source: readSource(reader), join: "inner", on: null });
      continue;
    }
    const left = reader.takes("left", "join") || reader.takes("left", "outer", "join");
    if (!left && !reader.takes("join") && !reader.takes("inner", "join")) return items;
    const source = readSource(reader);
    reader.expect("on");
    items.push({ source, join: left ? "left" : "inner", on: readExpression(reader, query) });
  }
}

function readSource(reader: TokenReader): Source {
  reader.takes("lateral");
  if (reader.takes("(")) {
    const found = query(reader);
    reader.expect(")");
    reader.takes("as");
    const alias = reader.name();
    return { kind: "query", query: found, alias, columns: reader.sees("(") ? reader.names() : null };
  }
  if (reader.takes("rows", "from", "(")) {
    const calls = [readCall(reader, query)];
    while (reader.takes(",")) calls.push(readCall(reader, query));
    reader.expect(")");
    return readFunctions(reader, calls);
  }
  if (reader.peek(1).text === "(") return readFunctions(reader, [readCall(reader, query)]);
  const name = reader.name();
  return { kind: "table", name, alias: readAlias(reader) ?? name };
}

function readFunctions(reader: TokenReader, calls: readonly Call[]): Source {
  const numbered = reader.takes("with", "ordinality");
  const alias = readAlias(reader) ?? calls[0]?.name ?? "";
  return {
    kind: "functions",
    calls,
    numbered,
    alias,
    columns: reader.takes("(") ? readColumns(reader) : null,
  };
}

/** Words that follow a table and are no name for it. */
const NO_ALIAS = new Set(
  "where join left inner cross on order group having limit offset for union set using returning values select default as".split(
    " ",
  ),
);

function readAlias(reader: TokenReader): string | null {
  if (reader.takes("as")) return reader.name();
  const token = reader.peek();
  if (token.kind === "quoted" || (token.kind === "word" && !NO_ALIAS.has(token.text))) return reader.name();
  return null;
}

function readColumns(reader: TokenReader): { name: string; type: string | null }[] {
  const columns: { name: string; type: string | null }[] = [];
  do {
    const name = reader.name();
    const type = reader.sees(",") || reader.sees(")") ? null : readType(reader);
    columns.push({ name, type });
  } while (reader.takes(","));
  reader.expect(")");
  return columns;
}

function readInsert(reader: TokenReader, tables: readonly CommonTable[]): Insert {
  reader.expect("insert", "into");
  const table = reader.name();
  const alias = readAlias(reader) ?? table;
  const columns = reader.sees("(") ? reader.names() : null;
  const source = reader.takes("default", "values") ? null : query(reader);
  let conflict: Insert["conflict"] = null;
  if (reader.takes("on", "conflict")) {
    const on = reader.sees("(") ? reader.names() : null;
    reader.expect("do");
    if (reader.takes("nothing")) conflict = { columns: on, action: null };
    else {
      reader.expect("update", "set");
      const sets = readSets(reader);
      const where = reader.takes("where") ? readExpression(reader, query) : null;
      conflict = { columns: on, action: { sets, where } };
    }
  }
  const returning = reader.takes("returning") ? readItems(reader) : null;
  return { kind: "insert", with: tables, table, alias, columns, source, conflict, returning };
}

function readSets(reader: TokenReader): Assignment[] {
  const sets: Assignment[] = [];
  do {
    const column = reader.name();
    reader.expect("=");
    sets.push({ column, value: reader.takes("default") ? null : readExpression(reader, query) });
  } while (reader.takes(","));
  return sets;
}

function readUpdate(reader: TokenReader, tables: readonly CommonTable[]): Statement {
  reader.expect("update");
  const table = reader.name();
  const alias = readAlias(reader) ?? table;
  reader.expect("set");
  const sets = readSets(reader);
  const from = reader.takes("from") ? readFrom(reader) : [];
  const where = reader.takes("where") ? readExpression(reader, query) : null;
  const returning = reader.takes("returning") ? readItems(reader) : null;
  return { kind: "update", with: tables, table, alias, sets, from, where, returning };
}

function readDelete(reader: TokenReader, tables: readonly CommonTable[]): Statement {
  reader.expect("delete", "from");
  const table = reader.name();
  const alias = readAlias(reader) ?? table;
  const from = reader.takes("using") ? readFrom(reader) : [];
  const where = reader.takes("where") ? readExpression(reader, query) : null;
  const returning = reader.takes("returning") ? readItems(reader) : null;
  return { kind: "delete", with: tables, table, alias, from, where, returning };
}
