import type { Bilingual } from "@flowright/expressions";
import type { DecisionInput, DecisionOutput, DecisionText } from "./decision-table.ts";

/** A text in both languages. */
export type Words = Bilingual;

const LONGEST = 60;

/** What people call a column: its label, or else what it looks at. */
export function inputWords(input: DecisionInput): Words {
  return textWords(input.label, input.expression || input.id);
}

export function outputWords(output: DecisionOutput): Words {
  return textWords(output.label, output.name);
}

/** A cell, by the row that people count from 1 and the name of its column. */
export function cellWords(row: number, column: Words): Words {
  return {
    en: `Rule ${row + 1}, “${column.en}”`,
    "zh-CN": `第 ${row + 1} 条规则“${column["zh-CN"]}”`,
  };
}

/** A parameter of a problem in both languages. */
export function wordsParam(name: string, words: Words): Record<string, string> {
  return { [name]: words.en, [`${name}:zh-CN`]: words["zh-CN"] };
}

export function textWords(text: DecisionText | undefined, otherwise: string): Words {
  if (typeof text === "string") return both(text || otherwise);
  const en = text?.en || text?.["zh-CN"] || otherwise;
  return { en: shorten(en), "zh-CN": shorten(text?.["zh-CN"] || en) };
}

export function both(text: string): Words {
  return { en: shorten(text), "zh-CN": shorten(text) };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
