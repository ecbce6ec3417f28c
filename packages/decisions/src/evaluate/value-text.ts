import { type FeelValue, toJson } from "@flowright/expressions";
import type { PreparedTable } from "../compile/prepared-table.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import type { ColumnType } from "../table/decision-table.ts";
import { inputWords, type Words, wordsParam } from "../table/words.ts";
import type { InputValues } from "./decided.ts";

const LONGEST = 60;
/** So many columns are named; a table may have fifty. */
const NAMED = 8;

/** A value for people, about a line at most: texts in quotes, dates as they are stored, numbers without. */
export function valueText(value: FeelValue, type: ColumnType): string {
  if (value === null) return "null";
  const isText = typeof value === "string";
  const json = toJson(value, COLUMN_TYPES[type].stored);
  const text =
    json.ok && typeof json.value === "string" && !isText ? json.value : JSON.stringify(json.ok && json.value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** `Amount = 620, Channel = "web"`, as a parameter of a problem. */
export function valuesParam(table: PreparedTable, values: InputValues): Record<string, string> {
  const parts = table.inputs.slice(0, NAMED).map(({ input }, index): Words => {
    const name = inputWords(input);
    const value = valueText(values.feel[index] ?? null, input.type);
    return { en: `${name.en} = ${value}`, "zh-CN": `${name["zh-CN"]} = ${value}` };
  });
  const more = table.inputs.length > NAMED ? ["…"] : [];
  return wordsParam("values", {
    en: [...parts.map((part) => part.en), ...more].join(", "),
    "zh-CN": [...parts.map((part) => part["zh-CN"]), ...more].join("，"),
  });
}
