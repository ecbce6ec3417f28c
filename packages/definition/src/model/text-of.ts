import type { LocalizedText } from "../generated/workflow.ts";

/** A text in the reader's language, else in the other one, else empty. */
export function textOf(text: LocalizedText | undefined | null, language: "en" | "zh-CN"): string {
  if (text === undefined || text === null) return "";
  if (typeof text === "string") return text;
  return text[language] || text[language === "en" ? "zh-CN" : "en"] || "";
}
