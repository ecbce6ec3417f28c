import type { Row, Slot, Table, Value } from "../store/table.ts";
import { visible } from "../store/table.ts";
import { compileExpression } from "./compile-expression.ts";
import type { OutputColumn, Running, Scope } from "./scope.ts";
import type { Source } from "./syntax.ts";
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
    case "function":
      return ofFunction(source, scope);
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

type FunctionSource = Extract<Source, { kind: "function" }>;

function ofFunction({ call, alias, columns }: FunctionSource, scope: Scope): Omit<CompiledSource, "slot"> {
  const given = call.arguments.map((one) => compileExpression(one, scope));
  const [first] = given;
  if (call.name === "unnest") {
    return {
      table: null,
      columns: given.map(({ type }, index) => ({
        name: columns?.[index]?.name ?? alias,
        type: type.endsWith("[]") ? type.slice(0, -2) : "text",
      })),
      each: (running, visit) => {
        const lists = given.map((one) => (one.run(running) ?? []) as readonly Value[]);
        const longest = Math.max(...lists.map((list) => list.length));
        for (let index = 0; index < longest; index++)
          visit(
            lists.map((list) => list[index] ?? null),
            null,
          );
      },
    };
  }
  if ((call.name === "json_to_recordset" || call.name === "jsonb_to_recordset") && columns !== null) {
    const named = columns.map(({ name, type }) => ({ name, type: type ?? "text" }));
    return {
      table: null,
      columns: named,
      each: (running, visit) => {
        const text = first?.run(running) ?? null;
        if (text === null) return;
        for (const entry of JSON.parse(text as string) as Record<string, unknown>[])
          visit(
            named.map(({ name, type }) => memberOf(entry[name], type)),
            null,
          );
      },
    };
  }
  const value = compileExpression(call, scope);
  return {
    table: null,
    columns: [{ name: columns?.[0]?.name ?? alias, type: value.type }],
    each: (running, visit) => visit([value.run(running)], null),
  };
}

/** A member of JSON as a value of a column; JSON's null is none. */
function memberOf(member: unknown, type: string): Value {
  if (member === null || member === undefined) return null;
  if (type === "json") return JSON.stringify(member);
  if (type === "text" && typeof member === "object") return JSON.stringify(member);
  return fromUnknown(member, type);
}
