import { type FeelValue, type Json, toJson } from "@flowright/expressions";
import { valueText } from "../evaluate/value-text.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import { inputWords, type Words, wordsParam } from "../table/words.ts";
import type { Cut } from "./axis/axis.ts";
import type { Column } from "./axis/column.ts";
import { compareCuts, stepBelow } from "./axis/line.ts";
import {
  contains,
  difference,
  intersection,
  isEmpty,
  placesOf,
  type Region,
  spansOf,
} from "./axis/region.ts";
import type { Box } from "./search/box.ts";
import { firstPlaces, type TableSpace } from "./table-space.ts";

/** So many values, spans or columns are named. */
const NAMED = 6;

/** Where a box lies, in words and as an example of one value per column, as parameters and values of a problem. */
export function boxDetails(
  space: TableSpace,
  box: Box,
): { params: Record<string, string>; example: Record<string, Json> } {
  const places = firstPlaces(box);
  const named = [...space.columns.keys()].filter((column) => !isWhole(space, box, column));
  const shown = (named.length > 0 ? named : [...space.columns.keys()]).slice(0, NAMED);
  const where = named.slice(0, NAMED).map((column) => columnWords(space.columns[column], box[column] ?? []));
  const examples = shown.map((column) => exampleWords(space.columns[column], places[column] ?? 0));
  const more = named.length > NAMED;
  return {
    params: {
      ...wordsParam("where", where.length > 0 ? joined(where, " and ", "，且 ", more) : ANYTHING),
      ...wordsParam("example", joined(examples, ", ", "，", more)),
    },
    example: Object.fromEntries(
      space.columns.map((column, index) => [column.input.id, storedValue(column, places[index] ?? 0)]),
    ),
  };
}

const ANYTHING: Words = { en: "the values are whatever they may be", "zh-CN": "无论取什么值" };

/** Whether the box says nothing about a column: it takes every value that may come. */
function isWhole(space: TableSpace, box: Box, column: number): boolean {
  return contains(box[column] ?? [], space.domain[column] ?? []);
}

function columnWords(column: Column | undefined, region: Region): Words {
  if (!column) return ANYTHING;
  const name = inputWords(column.input);
  const values = intersection(region, [0, Math.max(0, column.atoms.length - 1)]);
  if (isEmpty(values) || column.atoms.length === 0) {
    return { en: `${name.en} is missing`, "zh-CN": `${name["zh-CN"]}没有值` };
  }
  const told = column.atoms.some((atom) => atom.kind === "range")
    ? rangesWords(column, values)
    : namesWords(column, values);
  return { en: `${name.en} ${told.en}`, "zh-CN": `${name["zh-CN"]} ${told["zh-CN"]}` };
}

/** `is "web" or "app"`, or what it is not. */
function namesWords(column: Column, region: Region): Words {
  const hasOther = placesOf(region).some((place) => column.atoms[place]?.kind === "other");
  const told = hasOther ? difference([0, column.atoms.length - 1], region) : region;
  const places = placesOf(told);
  const names = places
    .slice(0, NAMED)
    .map((place) => valueText(column.atoms[place]?.value ?? null, column.input.type));
  const words = names.map((name): Words => ({ en: name, "zh-CN": name }));
  const list = joined(words, " or ", "或", places.length > NAMED);
  return hasOther
    ? { en: `is not ${list.en}`, "zh-CN": `不是 ${list["zh-CN"]}` }
    : { en: `is ${list.en}`, "zh-CN": `为 ${list["zh-CN"]}` };
}

function rangesWords(column: Column, region: Region): Words {
  const spans = spansOf(region);
  const words = spans.slice(0, NAMED).map(([from, to]) => rangeWords(column, from, to));
  const list = joined(words, ", or ", " 或 ", spans.length > NAMED);
  return { en: `is ${list.en}`, "zh-CN": list["zh-CN"] };
}

function rangeWords(column: Column, from: number, to: number): Words {
  const low = column.atoms[from]?.low ?? null;
  const high = column.atoms[to]?.high ?? null;
  const text = (value: FeelValue): string => valueText(value, column.input.type);
  if (!low && !high) return { en: "any value", "zh-CN": "为任意值" };
  const end = high && endOf(high, column.discrete);
  if (
    low &&
    end?.included &&
    compareCuts({ value: low.value, after: false }, { value: end.value, after: false }) === 0
  ) {
    return { en: text(low.value), "zh-CN": `= ${text(low.value)}` };
  }
  const start = low && startWords(low, text(low.value), end !== null);
  const stop = end && stopWords(end.included, text(end.value), low);
  return joined(
    [start, stop].flatMap((words) => words ?? []),
    " ",
    " 且 ",
    false,
  );
}

function startWords({ after }: Cut, value: string, goesOn: boolean): Words {
  const en = after ? `above ${value}` : goesOn ? `from ${value}` : `${value} or more`;
  return { en, "zh-CN": after ? `> ${value}` : `≥ ${value}` };
}

function stopWords(included: boolean, value: string, low: Cut | null): Words {
  const en = included ? `up to ${value}` : `below ${value}`;
  const link = low?.after ? "and " : low && !included ? "to " : "";
  return { en: link + en, "zh-CN": included ? `≤ ${value}` : `< ${value}` };
}

/** On a line of whole steps the last value is told, not the first one behind it. */
function endOf({ value, after }: Cut, discrete: boolean): { value: FeelValue; included: boolean } {
  if (after || !discrete) return { value, included: after };
  return { value: stepBelow(value), included: true };
}

function exampleWords(column: Column | undefined, place: number): Words {
  if (!column) return { en: "", "zh-CN": "" };
  const name = inputWords(column.input);
  const value = valueText(column.atoms[place]?.value ?? null, column.input.type);
  return { en: `${name.en} = ${value}`, "zh-CN": `${name["zh-CN"]} = ${value}` };
}

function storedValue(column: Column, place: number): Json {
  const stored = toJson(column.atoms[place]?.value ?? null, COLUMN_TYPES[column.input.type].stored);
  return stored.ok ? stored.value : null;
}

function joined(parts: readonly Words[], en: string, zh: string, more: boolean): Words {
  const dots = more ? "…" : "";
  return {
    en: parts.map((part) => part.en).join(en) + dots,
    "zh-CN": parts.map((part) => part["zh-CN"]).join(zh) + dots,
  };
}
