import type { Kind } from "./kind-of.ts";

/** How a kind of value is called in Chinese. */
export const KIND_ZH: Readonly<Record<Kind, string>> = {
  null: "空值",
  boolean: "是/否",
  string: "文本",
  number: "数字",
  date: "日期",
  time: "时间",
  "date and time": "日期时间",
  "days and time duration": "时长",
  "years and months duration": "年月时长",
  range: "区间",
  function: "函数",
  context: "记录",
  list: "列表",
};

/** How a kind of value is called in English. */
export const KIND_EN: Readonly<Record<Kind, string>> = {
  null: "null",
  boolean: "true or false",
  string: "text",
  number: "number",
  date: "date",
  time: "time",
  "date and time": "date and time",
  "days and time duration": "duration",
  "years and months duration": "duration in months",
  range: "range",
  function: "function",
  context: "record",
  list: "list",
};
