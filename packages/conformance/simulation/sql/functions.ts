import { LockWait } from "../store/sql-error.ts";
import type { Value } from "../store/table.ts";
import { jsonOf } from "./compile-aggregate.ts";
import type { Compiled, Running, Scope } from "./scope.ts";
import type { Call, Expression, TypeName } from "./syntax.ts";
import { castValue, compareValues } from "./values.ts";

type Compile = (expression: Expression, scope: Scope) => Compiled;

/** A call of a function that gives one value. */
export function compileCall(call: Call, scope: Scope, compile: Compile): Compiled {
  const given = call.arguments.map((one) => compile(one, scope));
  const special = SPECIAL[call.name];
  if (special) return special(given);
  const plain = PLAIN[call.name];
  if (!plain) throw new Error(`The model does not know the function ${call.name}`);
  const [type, work] = plain;
  return {
    type,
    run: (running) => {
      const values = given.map((one) => one.run(running));
      return values.includes(null) ? null : work(values as readonly NonNullable<Value>[], running);
    },
  };
}

/** Functions whose answer is null where an argument is, by name: type of the answer, and the work. */
const PLAIN: Readonly<
  Record<string, readonly [TypeName, (values: readonly NonNullable<Value>[], running: Running) => Value]>
> = {
  clock_timestamp: ["timestamptz", (_, { database }) => database.around.clock()],
  statement_timestamp: ["timestamptz", (_, { database }) => database.around.clock()],
  now: ["timestamptz", (_, { transaction }) => transaction.began],
  pg_postmaster_start_time: ["timestamptz", (_, { database }) => database.around.started],
  random: ["float8", (_, { database }) => database.around.random()],
  gen_random_uuid: ["uuid", (_, running) => randomUuid(() => running.database.around.random())],
  pg_current_xact_id: ["xid8", (_, { transaction }) => transaction.id],
  pg_current_xact_id_if_assigned: [
    "xid8",
    (_, { transaction }) => (transaction.written.size + transaction.locked.size > 0 ? transaction.id : null),
  ],
  pg_xact_status: ["text", ([id], { database }) => database.statusOf(Number(id))],
  array_length: ["int4", ([list]) => (list as Value[]).length || null],
  cardinality: ["int4", ([list]) => (list as Value[]).length],
  length: ["int4", ([text]) => String(text).length],
  lower: ["text", ([text]) => String(text).toLowerCase()],
  upper: ["text", ([text]) => String(text).toUpperCase()],
  lpad: ["text", ([text, size, fill]) => padded(String(text), Number(size), String(fill ?? " "))],
  epoch: ["float8", ([span]) => Number(span) / 1_000],
  abs: ["float8", ([value]) => Math.abs(Number(value))],
  floor: ["float8", ([value]) => Math.floor(Number(value))],
  ceil: ["float8", ([value]) => Math.ceil(Number(value))],
  to_char: ["text", ([at, pattern]) => isoText(Number(at), String(pattern))],
  make_interval: ["interval", (values) => namedInterval(values)],
  set_config: [
    "text",
    ([name, value], { session }) => setting(session.settings, String(name), String(value)),
  ],
  hashtext: ["int4", ([text]) => hashOf(String(text))],
  hashtextextended: ["int8", ([text]) => hashOf(String(text))],
  pg_notify: [
    "void",
    ([channel, payload], { transaction, writes }) => {
      writes.push(() => transaction.notices.push({ channel: String(channel), payload: String(payload) }));
      return "";
    },
  ],
  pg_advisory_xact_lock: ["void", (values, running) => takeAdvisory(values, running, true) && ""],
  pg_try_advisory_xact_lock: ["bool", (values, running) => takeAdvisory(values, running, false)],
};

/** Functions that look at their arguments themselves. */
const SPECIAL: Readonly<Record<string, (given: readonly Compiled[]) => Compiled>> = {
  coalesce: (given) => {
    const { type, same } = alike(given);
    return {
      type,
      run: (running) => {
        for (const one of same) {
          const value = one.run(running);
          if (value !== null) return value;
        }
        return null;
      },
    };
  },
  least: (given) => extreme(given, -1),
  greatest: (given) => extreme(given, 1),
  nullif: (given) => {
    const { type, same } = alike(given);
    return {
      type,
      run: (running) => {
        const [a, b] = same.map((one) => one.run(running));
        return a !== null && b !== null && compareValues(a as Value, b as Value) === 0 ? null : (a as Value);
      },
    };
  },
  current_setting: ([name]) => ({
    type: "text",
    run: (running) => running.session.settings.get(String(name?.run(running))) ?? null,
  }),
  json_build_object: (given) => ({
    type: "json",
    run: (running) => {
      const members: string[] = [];
      for (let index = 0; index + 1 < given.length; index += 2) {
        const value = given[index + 1] as Compiled;
        members.push(
          `${JSON.stringify(given[index]?.run(running))}:${jsonOf(value.run(running), value.type)}`,
        );
      }
      return `{${members.join(",")}}`;
    },
  }),
};

function alike(given: readonly Compiled[]): { type: TypeName; same: Compiled[] } {
  const types = given.map(({ type }) => type).filter((type) => type !== "unknown");
  const wide = ["timestamptz", "interval", "float8", "numeric", "int8"].find((type) => types.includes(type));
  const type = wide ?? types[0] ?? "text";
  return {
    type,
    same: given.map((one) =>
      one.type === type ? one : { type, run: (running) => castValue(one.run(running), one.type, type) },
    ),
  };
}

function extreme(given: readonly Compiled[], way: 1 | -1): Compiled {
  const { type, same } = alike(given);
  return {
    type,
    run: (running) => {
      let best: Value = null;
      for (const one of same) {
        const value = one.run(running);
        if (value === null) continue;
        if (best === null || compareValues(value, best) * way > 0) best = value;
      }
      return best;
    },
  };
}

function padded(text: string, size: number, fill: string): string {
  return text.length > size ? text.slice(0, size) : text.padStart(size, fill);
}

function isoText(at: number, pattern: string): string {
  const iso = new Date(Math.floor(at)).toISOString();
  if (pattern === 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') return iso;
  if (pattern === "YYYYMM") return `${iso.slice(0, 4)}${iso.slice(5, 7)}`;
  throw new Error(`The model does not know the pattern ${pattern}`);
}

function namedInterval(values: readonly NonNullable<Value>[]): number {
  const sizes: Record<string, number> = { days: 86_400_000, hours: 3_600_000, mins: 60_000, secs: 1_000 };
  let sum = 0;
  for (let index = 0; index + 1 < values.length; index += 2) {
    const size = sizes[String(values[index])];
    if (size === undefined)
      throw new Error(`The model does not know make_interval(${String(values[index])})`);
    sum += size * Number(values[index + 1]);
  }
  return sum;
}

function setting(settings: Map<string, string>, name: string, value: string): string {
  settings.set(name, value);
  return value;
}

function takeAdvisory(values: readonly NonNullable<Value>[], running: Running, waits: boolean): boolean {
  const key = values.join(" ");
  const holder = running.database.advisoryHolder(key, running.transaction);
  if (holder !== null) {
    if (waits) throw new LockWait(holder);
    return false;
  }
  running.transaction.advisory.add(key);
  return true;
}

/** A random UUID of version 4 from a source of numbers between 0 and 1. */
export function randomUuid(random: () => number): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[Math.floor(random() * 4)]}${hex(3)}-${hex(8)}${hex(4)}`;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return hash;
}
