import type { BilingualText, LocalizedText } from "@flowright/definition";

/** A field's name in both languages: the form's label, else the case's title, else the path itself. */
export function fieldLabel(
  path: string,
  label: LocalizedText | undefined,
  title: LocalizedText | undefined,
): BilingualText {
  const text = present(label) ?? present(title) ?? path;
  if (typeof text === "string") return { en: text, "zh-CN": text };
  return { en: text.en || text["zh-CN"] || path, "zh-CN": text["zh-CN"] || text.en || path };
}

/** The name of a column in one row: “Grade” alone would not say which. */
export function cellLabel(rows: BilingualText, index: number, column: BilingualText): BilingualText {
  return {
    en: `${column.en} (${rows.en}, row ${index + 1})`,
    "zh-CN": `${rows["zh-CN"]}第 ${index + 1} 行的${column["zh-CN"]}`,
  };
}

/** The name of one entry of a list. */
export function entryLabel(list: BilingualText, index: number): BilingualText {
  return { en: `${list.en}, entry ${index + 1}`, "zh-CN": `${list["zh-CN"]}第 ${index + 1} 项` };
}

function present(text: LocalizedText | undefined): LocalizedText | undefined {
  if (text === undefined || text === "") return undefined;
  return typeof text === "object" && !text.en && !text["zh-CN"] ? undefined : text;
}
