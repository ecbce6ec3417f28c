import type { Row, Table } from "../store/table.ts";
import { compileDelete, compileInsert, compileUpdate } from "./compile-change.ts";
import { compileSelect } from "./compile-select.ts";
import { parseStatement } from "./parse/parse-statement.ts";
import type { CompiledQuery, OutputColumn, Running, Scope, StatementParts } from "./scope.ts";
import type { CommonTable, Select, Statement } from "./syntax.ts";

/** A statement ready to run on any database that has the tables it was made for. */
export interface CompiledStatement {
  readonly command: string;
  readonly columns: readonly OutputColumn[];
  readonly slots: number;
  readonly commons: number;
  run(running: Running): { readonly rows: readonly Row[]; readonly count: number };
}

/** Reads a statement and makes it ready to run. */
export function compileStatement(text: string, table: (name: string) => Table): CompiledStatement {
  const parts: StatementParts = {
    slots: 0,
    commons: 0,
    used: new Set(),
    table,
    compileQuery: (select, around) => {
      const { run, columns } = compileIn(select, around);
      return { columns, run: (running) => [...run(running).rows] };
    },
  };
  const statement = parseStatement(text);
  const top: Scope = { parent: null, sources: [], commons: new Map(), parts, grouped: null };
  const compiled = compileIn(statement, top);
  return { ...compiled, command: statement.kind.toUpperCase(), slots: parts.slots, commons: parts.commons };
}

function compileIn(statement: Statement, around: Scope): Pick<CompiledStatement, "columns" | "run"> {
  const { scope, prepare } = compileCommon(statement.with, around);
  const body = compileBody(statement, scope);
  if (prepare === null) return body;
  return {
    columns: body.columns,
    run: (running) => {
      prepare(running);
      return body.run(running);
    },
  };
}

function compileBody(statement: Statement, scope: Scope): Pick<CompiledStatement, "columns" | "run"> {
  switch (statement.kind) {
    case "select":
      return counted(compileSelect(statement as Select, scope));
    case "insert":
      return compileInsert(statement, scope);
    case "update":
      return compileUpdate(statement, scope);
    case "delete":
      return compileDelete(statement, scope);
  }
}

function counted(query: CompiledQuery): Pick<CompiledStatement, "columns" | "run"> {
  return {
    columns: query.columns,
    run: (running) => {
      const rows = query.run(running);
      return { rows, count: rows.length };
    },
  };
}

/** Common tables: each is run once, before the rest; what they change is seen by what they return alone. */
function compileCommon(
  tables: readonly CommonTable[],
  around: Scope,
): { scope: Scope; prepare: ((running: Running) => void) | null } {
  if (tables.length === 0) return { scope: around, prepare: null };
  let scope = around;
  const steps: ((running: Running) => void)[] = [];
  for (const { name, columns, statement } of tables) {
    const compiled = compileIn(statement, scope);
    const index = scope.parts.commons++;
    const named = compiled.columns.map((column, place) => ({
      ...column,
      name: columns?.[place] ?? column.name,
    }));
    scope = { ...scope, commons: new Map(scope.commons).set(name, { index, columns: named }) };
    steps.push((running) => {
      running.common[index] = compiled.run(running).rows;
    });
  }
  const prepare = (running: Running) => {
    for (const step of steps) step(running);
  };
  return { scope, prepare };
}
