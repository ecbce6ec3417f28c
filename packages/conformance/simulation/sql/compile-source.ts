import type { Row, Slot, Table, Value } from "../store/table.ts";
import { visible } from "../store/table.ts";
import { compileExpression } from "./compile-expression.ts";
import type { OutputColumn, Running, Scope } from "./scope.ts";
import type { Call, Source } from "./syntax.ts";
import { fromUnknown } from "./values.ts";

/** A source of rows of a query. */
export interface CompiledSource {
  readonly slot: number;
  readonly columns: readonly OutputColumn[];
  /** The table whose rows it gives and locks; null where it gives rows of something else. */
  readonly table: Table | null;
  each(running: Running, visit: (row: Row, slot: Slot | null) => void): void;
}

/** Makes a source ready and names it in the scope, for what stands after it. */
export function compileSource(source: Source, scope: Scope): CompiledSource {
  const slot = scope.parts.slots++;
  const compiled = { slot, ...ofKind(source, scope) };
  scope.sources.push({ alias: source.alias, slot, columns: compiled.columns });
  return compiled;
}

function ofKind(source: Source, scope: Scope): Omit<CompiledSource, "slot"> {
  switch (source.kind) {
    case "table": {
      const common = scope.commons.get(source.name);
      if (common === undefined) return ofTable(scope.parts.table(source.name));
      const { columns, index } = common;
      return {
        columns,
        table: null,
        each: ({ common: tables }, visit) => {
          for (const row of tables[index] ?? []) visit(row, null);
        },
      };
    }
    case "query": {
      const query = scope.parts.compileQuery(source.query, scope);
      const columns = query.columns.map((column, index) => ({
        ...column,
        name: source.columns?.[index] ?? column.name,
      }));
      return {
        columns,
        table: null,
        each: (running, visit) => {
          for (const row of query.run(running)) visit(row, null);
        },
      };
    }
    case "functions":
      return ofFunctions(source, scope);
  }
}

/** Every row of a table that the statement may see. */
export function ofTable(table: Table): Omit<CompiledSource, "slot"> {
  return {
    columns: table.columns,
    table,
    each: (running, visit) => {
      const { database, transaction, snapshot, session } = running;
      const { slots } = table;
      const count = slots.length;
      if (count === 0) return;
      const { anyOrder, random } = database.around;
      const from = anyOrder && count > 1 ? Math.floor(random() * count * 2) : 0;
      const step = from >= count ? count - 1 : 1;
      const tenant =
        table.tenant !== null && session.settings.get("role")?.endsWith("_app")
          ? (session.settings.get("flowright.tenant") ?? "")
          : null;
      for (let index = from % count, left = count; left > 0; left--, index = (index + step) % count) {
        const slot = slots[index] as Slot;
        const row = visible(slot, transaction, snapshot);
        if (row === null || (tenant !== null && row[table.tenant as number] !== tenant)) continue;
        visit(row, slot);
      }
    },
  };
}

type FunctionSource = Extract<Source, { kind: "functions" }>;

/** A function that gives rows. */
interface RowsOf {
  readonly columns: readonly OutputColumn[];
  run(running: Running): readonly Row[];
}

function ofFunctions(source: FunctionSource, scope: Scope): Omit<CompiledSource, "slot"> {
  const { calls, numbered, alias, columns } = source;
  const all = calls.map((call) => rowsOf(call, alias, columns, scope));
  const number: readonly OutputColumn[] = numbered ? [{ name: "ordinality", type: "int8" }] : [];
  const named = [...all.flatMap((one) => one.columns), ...number].map((column, index) => ({
    ...column,
    name: columns?.[index]?.name ?? column.name,
  }));
  const widths = all.map((one) => one.columns.length);
  return {
    table: null,
    columns: named,
    each: (running, visit) => {
      const lists = all.map((one) => one.run(running));
      const [first] = lists;
      if (lists.length === 1 && first !== undefined && !numbered) {
        for (const row of first) visit(row, null);
        return;
      }
      const longest = Math.max(...lists.map((list) => list.length));
      for (let index = 0; index < longest; index++)
        visit(
          [
            ...lists.flatMap((list, place) => list[index] ?? new Array<Value>(widths[place] ?? 0).fill(null)),
            ...(numbered ? [index + 1] : []),
          ],
          null,
        );
    },
  };
}

function rowsOf(call: Call, alias: string, columns: FunctionSource["columns"], scope: Scope): RowsOf {
  const given = call.arguments.map((one) => compileExpression(one, scope));
  const [first] = given;
  if (call.name === "unnest") {
    return {
      columns: given.map(({ type }) => ({
        name: alias,
        type: type.endsWith("[]") ? type.slice(0, -2) : "text",
      })),
      run: (running) => {
        const lists = given.map((one) => (one.run(running) ?? []) as readonly Value[]);
        const longest = Math.max(...lists.map((list) => list.length));
        return Array.from({ length: longest }, (_, index) => lists.map((list) => list[index] ?? null));
      },
    };
  }
  if (call.name === "json_array_elements") {
    return {
      columns: [{ name: alias, type: "json" }],
      run: (running) => {
        const text = first?.run(running) ?? null;
        if (text === null) return [];
        return (JSON.parse(text as string) as unknown[]).map((one) => [JSON.stringify(one)]);
      },
    };
  }
  if ((call.name === "json_to_recordset" || call.name === "jsonb_to_recordset") && columns !== null) {
    const named = columns.map(({ name, type }) => ({ name, type: type ?? "text" }));
    return {
      columns: named,
      run: (running) => {
        const text = first?.run(running) ?? null;
        if (text === null) return [];
        return (JSON.parse(text as string) as Record<string, unknown>[]).map((entry) =>
          named.map(({ name, type }) => memberOf(entry[name], type)),
        );
      },
    };
  }
  const value = compileExpression(call, scope);
  return { columns: [{ name: alias, type: value.type }], run: (running) => [[value.run(running)]] };
}

/** A member of JSON as a value of a column; JSON's null is none. */
function memberOf(member: unknown, type: string): Value {
  if (member === null || member === undefined) return null;
  if (type === "json") return JSON.stringify(member);
  if (type === "text" && typeof member === "object") return JSON.stringify(member);
  return fromUnknown(member, type);
}
