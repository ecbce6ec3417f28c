import { SqlError } from "../store/sql-error.ts";
import type { Value } from "../store/table.ts";
import type { TypeName } from "./syntax.ts";

const UNITS: Readonly<Record<string, number>> = {
  millisecond: 1,
  milliseconds: 1,
  ms: 1,
  second: 1_000,
  seconds: 1_000,
  sec: 1_000,
  secs: 1_000,
  minute: 60_000,
  minutes: 60_000,
  mins: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

const NUMBERS: ReadonlySet<TypeName> = new Set(["int4", "int8", "float8", "numeric", "xid8"]);

export function isNumber(type: TypeName): boolean {
  return NUMBERS.has(type);
}

/** A value of no type yet, as a program or a literal gives it, as one of the type. */
export function fromUnknown(given: unknown, type: TypeName): Value {
  if (given === null || given === undefined) return null;
  if (type.endsWith("[]")) {
    const element = type.slice(0, -2);
    const list = typeof given === "string" ? listOf(given) : given;
    if (!Array.isArray(list)) throw new SqlError("22P02", `malformed array literal: ${String(given)}`);
    return list.map((one) => fromUnknown(one, element));
  }
  if (NUMBERS.has(type)) return numberOf(given, type);
  switch (type) {
    case "bool":
      return given === true || given === "true" || given === "t";
    case "timestamptz":
      return instantOf(given);
    case "interval":
      return typeof given === "number" ? given : intervalOf(String(given));
    case "json":
      return typeof given === "string" ? given : JSON.stringify(given);
    case "uuid":
      if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(String(given)))
        throw new SqlError("22P02", `invalid input syntax for type uuid: "${String(given)}"`);
      return String(given).toLowerCase();
    default:
      if (given instanceof Date) return given.toISOString();
      return Array.isArray(given) ? (given as Value) : String(given);
  }
}

/** A value of one type as one of another. */
export function castValue(value: Value, from: TypeName, to: TypeName): Value {
  if (value === null || from === to) return value;
  if (from === "unknown" || from === "text") return fromUnknown(value, to);
  if (from.endsWith("[]") && to.endsWith("[]"))
    return (value as readonly Value[]).map((one) => castValue(one, from.slice(0, -2), to.slice(0, -2)));
  if (NUMBERS.has(to)) {
    const number = from === "bool" ? Number(value) : numberOf(value, "float8");
    if (to !== "int4" && to !== "int8") return number;
    return from === "float8" ? roundHalfEven(number) : Math.sign(number) * Math.round(Math.abs(number));
  }
  if (to === "text") return from === "timestamptz" ? new Date(value as number).toISOString() : String(value);
  if (to === "timestamptz" && from === "timestamptz") return value;
  return fromUnknown(value, to);
}

/** A value as the driver gives it to a program. */
export function toProgram(value: Value, type: TypeName): unknown {
  if (value === null) return null;
  if (type.endsWith("[]")) return (value as readonly Value[]).map((one) => toProgram(one, type.slice(0, -2)));
  if (type === "timestamptz") return new Date(Math.floor(value as number));
  if (type === "json") return JSON.parse(value as string);
  return type === "int8" || type === "numeric" || type === "xid8" ? String(value) : value;
}

export function compareValues(a: Value, b: Value): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
      const order = compareValues(a[index] as Value, b[index] as Value);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  return (a as string) < (b as string) ? -1 : a === b ? 0 : 1;
}

function numberOf(given: unknown, type: TypeName): number {
  const number = typeof given === "number" ? given : Number(given);
  if (Number.isNaN(number) && String(given).toLowerCase() !== "nan")
    throw new SqlError("22P02", `invalid input syntax for type ${type}: "${String(given)}"`);
  return number;
}

/** PostgreSQL keeps microseconds. */
function instantOf(given: unknown): number {
  if (given instanceof Date) return given.getTime();
  if (typeof given === "number") return given;
  if (given === "infinity") return Number.POSITIVE_INFINITY;
  const at = Date.parse(String(given));
  if (Number.isNaN(at))
    throw new SqlError("22007", `invalid input syntax for type timestamp with time zone: "${String(given)}"`);
  return at;
}

function intervalOf(text: string): number {
  let sum = 0;
  for (const [, count, unit] of text.matchAll(/(-?[\d.]+)\s*([a-z]+)/g)) {
    const size = UNITS[unit ?? ""];
    if (size === undefined) throw new Error(`The model does not know the interval ${text}`);
    sum += Number(count) * size;
  }
  return sum;
}

/** Elements of an array as PostgreSQL writes it: `{a,"b, c",NULL}`. Arrays in arrays are left as they are written. */
function listOf(text: string): (string | null)[] {
  const items: (string | null)[] = [];
  for (const [, quoted, plain] of text
    .slice(1, -1)
    .matchAll(/(?:"((?:[^"\\]|\\[\s\S])*)"|([^,]+))(?:,|$)/g)) {
    if (quoted !== undefined) items.push(quoted.replace(/\\([\s\S])/g, "$1"));
    else items.push(plain === undefined || plain.toUpperCase() === "NULL" ? null : plain);
  }
  return items;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
