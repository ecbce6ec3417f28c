import { readFileSync } from "node:fs";
import { compileExpression } from "../sql/compile-expression.ts";
import { parseExpression } from "../sql/parse/parse-statement.ts";
import type { Scope } from "../sql/scope.ts";
import { type Column, type Row, Table, type UniqueIndex } from "./table.ts";

/** The picture of the schema that the migrations of the product lead to. */
const PICTURE = new URL("../../../runtime/src/migrations/schema.txt", import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  integer: "int4",
  bigint: "int8",
  boolean: "bool",
  "timestamp with time zone": "timestamptz",
  "double precision": "float8",
  jsonb: "json",
};

/** What a table is made of; tables themselves hold rows and are made anew for each world. */
export interface TableForm {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly unique: readonly UniqueIndex[];
}

/** Reads all tables of the product's schema, with their defaults and unique indexes. */
export function readSchema(): TableForm[] {
  const forms: { name: string; columns: Column[]; unique: UniqueIndex[]; indexes: string[] }[] = [];
  for (const line of readFileSync(PICTURE, "utf8").split("\n")) {
    const table = /^table (\w+)/.exec(line);
    if (table) forms.push({ name: table[1] as string, columns: [], unique: [], indexes: [] });
    else if (/^\S/.test(line)) continue;
    const form = forms.at(-1);
    if (form === undefined || table) continue;
    if (/^ {2}CREATE UNIQUE INDEX|^ {2}constraint \w+ PRIMARY KEY/.test(line)) form.indexes.push(line.trim());
    else if (!/^ {2}(constraint|CREATE|policy|grant|partition|trigger)/.test(line)) {
      const column = columnOf(line.trim());
      if (column) form.columns.push(column);
    }
  }
  return forms.map(({ name, columns, indexes }) => ({
    name,
    columns,
    unique: indexes.map((line) => indexOf(new Table(name, columns), line)),
  }));
}

/** Empty tables of these forms. */
export function emptyTables(forms: readonly TableForm[]): Map<string, Table> {
  return new Map(
    forms.map(({ name, columns, unique }) => {
      const table = new Table(name, columns);
      table.unique.push(...unique);
      return [name, table];
    }),
  );
}

function columnOf(line: string): Column | null {
  const found = /^"?(\w+)"? (.+?)( not null)?( identity)?(?: default (.+))?$/.exec(line);
  if (!found) return null;
  const [, name = "", type = "", required, identity, byDefault] = found;
  const array = type.endsWith("[]");
  const plain = array ? type.slice(0, -2) : type;
  return {
    name,
    type: `${TYPES[plain] ?? plain}${array ? "[]" : ""}`,
    required: required !== undefined,
    byDefault: identity === undefined ? (byDefault ?? null) : "identity",
  };
}

function indexOf(table: Table, line: string): UniqueIndex {
  const found = /^(?:CREATE UNIQUE INDEX|constraint) (\w+) .*?\(([^()]*)\)(?: WHERE (.+))?$/.exec(line);
  if (!found) throw new Error(`The model does not read this index: ${line}`);
  const [, name = "", columns = "", condition] = found;
  const covers = condition === undefined ? () => true : conditionOf(table, condition);
  return { name, columns: columns.split(", ").map((column) => table.at(column.replaceAll('"', ""))), covers };
}

function conditionOf(table: Table, condition: string): (row: Row) => boolean {
  const scope: Scope = {
    parent: null,
    sources: [{ alias: table.name, slot: 0, columns: table.columns }],
    commons: new Map(),
    grouped: null,
    parts: {
      slots: 1,
      commons: 0,
      used: new Set(),
      table: () => table,
      compileQuery: () => {
        throw new Error("An index has no query in its condition");
      },
    },
  };
  const compiled = compileExpression(parseExpression(condition), scope);
  return (row) => compiled.run({ rows: [row] } as never) === true;
}
