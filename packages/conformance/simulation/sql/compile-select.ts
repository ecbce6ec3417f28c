import { blockerOf, lockRow } from "../store/row-locks.ts";
import { LockWait, SqlError } from "../store/sql-error.ts";
import { LOCK, type Row, type Slot, type Value } from "../store/table.ts";
import { holdsAggregate } from "./compile-aggregate.ts";
import { cast, compileExpression } from "./compile-expression.ts";
import { type CompiledJoin, compileJoin, type Joined } from "./compile-join.ts";
import type { Compiled, CompiledQuery, OutputColumn, Running, Scope } from "./scope.ts";
import type { Expression, OrderItem, Select, SelectItem } from "./syntax.ts";
import { castValue, compareValues } from "./values.ts";

interface Item extends OutputColumn {
  readonly value: Compiled;
}

/** Makes a query ready to run in a scope of its own inside `around`; common tables are in the scope already. */
export function compileSelect(select: Select, around: Scope): CompiledQuery {
  if (select.values !== null) return compileValues(select.values, around);
  const scope: Scope = { ...around, parent: around, sources: [], grouped: null };
  const join = compileJoin(select.from, select.where, scope);
  const grouping =
    select.groupBy.length > 0 ||
    select.having !== null ||
    select.items.some(({ value }) => value !== null && holdsAggregate(value));
  const inner: Scope = grouping ? { ...scope, grouped: join.sources.map(({ slot }) => slot) } : scope;
  const items = compileItems(select.items, inner);
  const parts = {
    join,
    items,
    groupBy: select.groupBy.map((one) => compileExpression(named(one, select.items), scope)),
    having: select.having === null ? null : compileExpression(select.having, inner),
    orderBy: select.union.length > 0 ? [] : compileOrder(select.orderBy, select.items, inner),
    grouping,
  };
  const own = select.union.length > 0 ? { ...select, limit: null, offset: null } : select;
  const simple = compileRun(own, parts, around);
  return select.union.length === 0 ? simple : compileUnion(select, simple, around);
}

interface Parts {
  readonly join: CompiledJoin;
  readonly items: readonly Item[];
  readonly groupBy: readonly Compiled[];
  readonly having: Compiled | null;
  readonly orderBy: readonly Ordered[];
  readonly grouping: boolean;
}

interface Ordered {
  readonly by: Compiled;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** A row of the answer before it is put in order: what it is made of, or the row itself. */
interface Candidate {
  readonly joined: Joined | null;
  readonly out: Row | null;
  readonly keys: readonly Value[];
}

function compileRun(select: Select, parts: Parts, around: Scope): CompiledQuery {
  const { join, items, orderBy } = parts;
  const limit = select.limit === null ? null : compileExpression(select.limit, around);
  const offset = select.offset === null ? null : compileExpression(select.offset, around);
  const { lock } = select;
  const locked =
    lock === null
      ? []
      : join.sources.flatMap((source, index) =>
          source.table !== null &&
          (lock.of.length === 0 || lock.of.includes(select.from[index]?.source.alias ?? ""))
            ? [index]
            : [],
        );
  const set = items.findIndex(({ value }) => value.type === "set");
  const out = (running: Running): Row => items.map(({ value }) => value.run(running));
  const keysOf = (running: Running): Value[] => orderBy.map(({ by }) => by.run(running));
  return {
    columns: items.map(({ name, type }) => ({ name, type: type === "set" ? "text" : type })),
    run: (running) => {
      const candidates: Candidate[] = [];
      if (parts.grouping) {
        for (const group of groupsOf(parts, running)) {
          const kept = running.group;
          running.group = group.map(({ rows }) => rows);
          const [first] = group;
          if (first !== undefined) join.restore(running, first);
          if (parts.having === null || parts.having.run(running) === true)
            candidates.push({ joined: null, out: out(running), keys: keysOf(running) });
          running.group = kept;
        }
      } else {
        join.each(running, () => {
          const keys = keysOf(running);
          if (lock === null) candidates.push({ joined: null, out: out(running), keys });
          else candidates.push({ joined: join.keep(running), out: null, keys });
        });
      }
      if (orderBy.length > 0) sortBy(candidates, orderBy);
      const most = limit === null ? null : (limit.run(running) as number | null);
      const skipped = offset === null ? 0 : Number(offset.run(running));
      const rows =
        lock === null
          ? candidates.map((one) => one.out as Row)
          : lockAll(running, { join, candidates, locked, lock, most, out });
      const expanded = set < 0 ? rows : rows.flatMap((row) => expand(row, set));
      const distinct = select.distinct ? withoutRepeated(expanded) : expanded;
      return most === null && skipped === 0
        ? distinct
        : distinct.slice(skipped, most === null ? undefined : skipped + Number(most));
    },
  };
}

function groupsOf({ join, groupBy }: Parts, running: Running): Joined[][] {
  const groups = new Map<string, Joined[]>();
  // Without "group by" there is one group, even of nothing.
  if (groupBy.length === 0) groups.set("[]", []);
  join.each(running, () => {
    const key = JSON.stringify(groupBy.map((one) => one.run(running)));
    const group = groups.get(key) ?? [];
    group.push(join.keep(running));
    groups.set(key, group);
  });
  return [...groups.values()];
}

/**
 * Locks the rows of the answer one after the other, until there are enough. Where a row was changed since the statement
 * began, its newest version decides whether it still belongs to the answer, as in PostgreSQL at READ COMMITTED.
 */
function lockAll(
  running: Running,
  what: {
    readonly join: CompiledJoin;
    readonly candidates: readonly Candidate[];
    readonly locked: readonly number[];
    readonly lock: NonNullable<Select["lock"]>;
    readonly most: number | null;
    out(running: Running): Row;
  },
): Row[] {
  const { join, candidates, locked, lock, most, out } = what;
  const found: Row[] = [];
  for (const { joined } of candidates) {
    if (most !== null && found.length >= most) break;
    if (joined === null) continue;
    join.restore(running, joined);
    const state = lockOne(running, join, joined, locked, lock);
    if (state !== "gone") found.push(out(running));
  }
  return found;
}

function lockOne(
  running: Running,
  join: CompiledJoin,
  joined: Joined,
  locked: readonly number[],
  { mode, skip, noWait }: NonNullable<Select["lock"]>,
): "locked" | "gone" {
  const { transaction } = running;
  let changed = false;
  for (const index of locked) {
    const slot = joined.slots[index];
    if (slot === null || slot === undefined) continue;
    const blocker = blockerOf(slot, transaction, LOCK[mode]);
    if (blocker !== null) {
      if (skip) return "gone";
      if (noWait) throw new SqlError("55P03", "could not obtain lock on row");
      throw new LockWait(blocker);
    }
    lockRow(slot, transaction, LOCK[mode]);
    const newest = newestVersion(slot, running);
    if (newest === undefined) continue;
    if (newest === null) return "gone";
    running.rows[join.sources[index]?.slot as number] = newest;
    changed = true;
  }
  return changed && !join.holds(running) ? "gone" : "locked";
}

/** The version that was committed after the statement began; undefined where there is none. */
export function newestVersion(slot: Slot, { transaction, snapshot }: Running): Row | null | undefined {
  if (slot.pending !== null && slot.pending.by === transaction) return undefined;
  return slot.since > snapshot ? slot.current : undefined;
}

function sortBy(candidates: Candidate[], orderBy: readonly Ordered[]): void {
  candidates.sort((a, b) => {
    for (const [index, { descending, nullsFirst }] of orderBy.entries()) {
      const first = a.keys[index] as Value;
      const second = b.keys[index] as Value;
      if (first === null || second === null) {
        if (first === second) continue;
        return (first === null) === nullsFirst ? -1 : 1;
      }
      const order = compareValues(first, second);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function expand(row: Row, set: number): Row[] {
  return ((row[set] ?? []) as readonly Value[]).map((value) =>
    row.map((old, index) => (index === set ? value : old)),
  );
}

function withoutRepeated(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** The columns of an answer. */
export function compileItems(items: readonly SelectItem[], scope: Scope): Item[] {
  return items.flatMap((item) => {
    if (item.value === null) {
      return scope.sources
        .filter(({ alias }) => item.table === null || item.table === alias)
        .flatMap(({ alias, columns }) =>
          columns.map(({ name, type }) => {
            const value = compileExpression({ kind: "column", table: alias, name }, scope);
            return { name, type, value };
          }),
        );
    }
    const name = item.name ?? nameOf(item.value, scope);
    if (item.value.kind === "call" && item.value.name === "unnest") {
      const list = compileExpression(item.value.arguments[0] as Expression, scope);
      return [{ name, type: "set", value: { type: "set", run: list.run } }];
    }
    const compiled = compileExpression(item.value, scope);
    const value = compiled.type === "unknown" ? cast(compiled, "text") : compiled;
    return [{ name, type: value.type, value }];
  });
}

function nameOf(value: Expression, scope: Scope): string {
  switch (value.kind) {
    case "column":
    case "call":
      return value.name;
    case "cast":
    case "zone":
      return nameOf(value.of, scope);
    case "subquery":
      return scope.parts.compileQuery(value.query, scope).columns[0]?.name ?? "?column?";
    case "case":
    case "exists":
    case "array":
      return value.kind;
    default:
      return "?column?";
  }
}

function compileOrder(orderBy: readonly OrderItem[], items: readonly SelectItem[], scope: Scope): Ordered[] {
  return orderBy.map(({ by, descending, nullsFirst }) => ({
    by: compileExpression(named(by, items), scope),
    descending,
    nullsFirst,
  }));
}

/** A name of the answer, or its place, stands for what is there. */
function named(by: Expression, items: readonly SelectItem[]): Expression {
  if (by.kind === "column" && by.table === null) {
    return items.find(({ name }) => name === by.name)?.value ?? by;
  }
  if (by.kind === "literal" && typeof by.value === "number") return items[by.value - 1]?.value ?? by;
  return by;
}

function compileValues(rows: readonly (readonly Expression[])[], scope: Scope): CompiledQuery {
  const compiled = rows.map((row) => row.map((one) => compileExpression(one, scope)));
  const columns = (compiled[0] ?? []).map((_, index) => ({
    name: `column${index + 1}`,
    type: compiled.map((row) => row[index]?.type).find((type) => type !== "unknown") ?? "unknown",
  }));
  return {
    columns,
    run: (running) =>
      compiled.map((row) =>
        row.map((one, index) => castValue(one.run(running), one.type, columns[index]?.type ?? one.type)),
      ),
  };
}

function compileUnion(select: Select, first: CompiledQuery, around: Scope): CompiledQuery {
  const others = select.union.map(({ all, query }) => ({ all, query: compileSelect(query, around) }));
  const limit = select.limit === null ? null : compileExpression(select.limit, around);
  const order = select.orderBy.map((item) => {
    const at =
      item.by.kind === "column"
        ? first.columns.findIndex(({ name }) => item.by.kind === "column" && name === item.by.name)
        : Number(item.by.kind === "literal" ? item.by.value : 0) - 1;
    if (at < 0) throw new Error("The model orders a union by names of its answer only");
    return { ...item, at };
  });
  return {
    columns: first.columns,
    run: (running) => {
      let rows = first.run(running);
      for (const { all, query } of others) {
        const more = query
          .run(running)
          .map((row) =>
            row.map((value, index) =>
              castValue(value, query.columns[index]?.type ?? "text", first.columns[index]?.type ?? "text"),
            ),
          );
        rows = all ? [...rows, ...more] : withoutRepeated([...rows, ...more]);
      }
      const candidates = rows.map((row) => ({
        joined: null,
        out: row,
        keys: order.map(({ at }) => row[at] as Value),
      }));
      sortBy(
        candidates,
        order.map((item) => ({ ...item, by: { type: "text", run: () => null } })),
      );
      const sorted = candidates.map(({ out }) => out);
      return limit === null ? sorted : sorted.slice(0, Number(limit.run(running)));
    },
  };
}
