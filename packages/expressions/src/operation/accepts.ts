import type { Bilingual } from "../error/expression-error.ts";
import type { ParameterKind } from "../functions/built-in.ts";
import type { FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";

/** Whether a parameter of this kind takes the value. A single value may stand for a list of one. */
export function accepts(parameter: ParameterKind, value: FeelValue): boolean {
  if (parameter === "any") return true;
  if (value === null) return false;
  if (parameter === "list") return true;
  const kind = kindOf(value);
  if (parameter === "duration") {
    return kind === "days and time duration" || kind === "years and months duration";
  }
  if (parameter === "temporal") return kind === "date" || kind === "date and time";
  return kind === parameter;
}

/** How a kind of parameter is called. */
export const KIND_WORDS: Readonly<Record<ParameterKind, Bilingual>> = {
  any: { en: "a value", "zh-CN": "任意值" },
  boolean: { en: "true or false", "zh-CN": "是/否" },
  string: { en: "a text", "zh-CN": "文本" },
  number: { en: "a number", "zh-CN": "数字" },
  date: { en: "a date", "zh-CN": "日期" },
  time: { en: "a time", "zh-CN": "时间" },
  "date and time": { en: "a date and time", "zh-CN": "日期时间" },
  "days and time duration": { en: "a duration", "zh-CN": "时长" },
  "years and months duration": { en: "a duration in months", "zh-CN": "年月时长" },
  duration: { en: "a duration", "zh-CN": "时长" },
  temporal: { en: "a date", "zh-CN": "日期" },
  range: { en: "a range", "zh-CN": "区间" },
  function: { en: "a function", "zh-CN": "函数" },
  context: { en: "a record", "zh-CN": "记录" },
  list: { en: "a list", "zh-CN": "列表" },
};
