import type { Text } from "@flowright/client";
import type { Language } from "./language.ts";

/** A text of the workspace in the reader's language, else in the other one. */
export function textOf(text: Text | null | undefined, language: Language): string {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  return text[language] ?? text.en ?? text["zh-CN"] ?? "";
}
