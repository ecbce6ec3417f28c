import { fail } from "../error/failure.ts";
import { parseNumber } from "../number/feel-number.ts";
import { DEPTH_LIMIT } from "../syntax/limits.ts";
import { readDate, readDateTime, readDuration, readTime } from "../temporal/read-temporal.ts";
import { shorten } from "../value/describe.ts";
import type { FeelContext, FeelValue } from "../value/feel-value.ts";
import type { FieldType } from "./field-type.ts";
import type { Json } from "./json.ts";

/** Turns stored JSON into a value; entries of objects follow when they are read. */
export type FromJson = (json: Json | undefined, name: string, depth?: number) => FeelValue;

interface TextFormat {
  readonly read: (text: string) => FeelValue;
  readonly wanted: string;
  readonly wantedZh: string;
}

const FORMATS: ReadonlyMap<string, TextFormat> = new Map([
  ["money", { read: parseNumber, wanted: "an amount", wantedZh: "金额" }],
  ["date", { read: readDate, wanted: "a date", wantedZh: "日期" }],
  ["date-time", { read: readDateTime, wanted: "a date and time", wantedZh: "日期时间" }],
  ["time", { read: readTime, wanted: "a time", wantedZh: "时间" }],
  ["duration", { read: readDuration, wanted: "a duration", wantedZh: "时长" }],
]);

/** The conversion for a field. Text of a format that has no value yet (the empty text) is null. */
export function fromJsonOf(type: FieldType | undefined): FromJson {
  const format = type?.format === undefined ? undefined : FORMATS.get(type.format);
  if (format) {
    return (json, name, depth) => {
      if (typeof json !== "string") return untyped(json, name, type, depth);
      if (json === "") return null;
      return (
        format.read(json) ??
        fail(
          "bad-variable",
          { offset: 0, length: 0 },
          {
            name,
            wanted: format.wanted,
            wantedZh: format.wantedZh,
            value: JSON.stringify(shorten(json)),
          },
        )
      );
    };
  }
  return (json, name, depth) => untyped(json, name, type, depth);
}

function untyped(json: Json | undefined, name: string, type: FieldType | undefined, depth = 0): FeelValue {
  if (json === undefined || json === null) return null;
  if (typeof json === "number") return Number.isFinite(json) ? json + 0 : null;
  if (typeof json !== "object") return json;
  if (isJsonList(json)) {
    const item = fromJsonOf(type?.items);
    if (depth > DEPTH_LIMIT) fail("too-deep", { offset: 0, length: 0 }, { limit: DEPTH_LIMIT });
    return json.map((entry) => item(entry, name, depth + 1));
  }
  return contextFromJson(json, name, type);
}

function contextFromJson(
  json: { readonly [key: string]: Json | undefined },
  name: string,
  type: FieldType | undefined,
): FeelContext {
  return {
    kind: "context",
    get(key) {
      if (!Object.hasOwn(json, key)) return undefined;
      return fromJsonOf(entryType(type, key))(json[key], `${name}.${key}`);
    },
    names: () => Object.keys(json),
  };
}

/** The type of an entry; only own properties count. */
export function entryType(type: FieldType | undefined, name: string): FieldType | undefined {
  const properties = type?.properties;
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}
