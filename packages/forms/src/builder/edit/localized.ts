import type { LocalizedText } from "@flowright/definition";
import type { FormLanguage } from "../../react/form-language.ts";

/** The text written for one language; empty where it has none of its own. */
export function ownText(text: LocalizedText | undefined, language: FormLanguage): string {
  return typeof text === "string" ? text : (text?.[language] ?? "");
}

/** The text with one language rewritten; undefined when nothing is left. */
export function withText(
  text: LocalizedText | undefined,
  language: FormLanguage,
  written: string,
): LocalizedText | undefined {
  const other: FormLanguage = language === "en" ? "zh-CN" : "en";
  const kept = typeof text === "string" ? text : text?.[other];
  const next: { en?: string; "zh-CN"?: string } = {};
  if (language === "en" ? written : kept) next.en = language === "en" ? written : (kept ?? "");
  if (language === "en" ? kept : written) next["zh-CN"] = language === "en" ? (kept ?? "") : written;
  return next.en === undefined && next["zh-CN"] === undefined ? undefined : next;
}
