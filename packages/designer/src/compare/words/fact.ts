import type { LocalizedText } from "@flowright/definition";
import { textsOf } from "../../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./compare-texts.ts";
import type { Names } from "./names.ts";

/** One thing to be said of a field; both versions' facts of one key are set against each other. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

/** A single fact. */
export function fact(label: string, words: string, key = ""): Fact[] {
  // A draft may hold anything where a text belongs.
  return [{ key, label, words: typeof words === "string" ? words : JSON.stringify(words) }];
}

/** A text: as the reader sees it, and in the other language where it has one. */
export function textFacts(label: string, text: unknown, { language }: Names, key = ""): Fact[] {
  if (typeof text === "string") return fact(label, text, key);
  const t = textsOf(COMPARE_TEXTS, language);
  const texts = (text ?? {}) as Exclude<LocalizedText, string>;
  const other = language === "en" ? "zh-CN" : "en";
  const otherLabel = t(other === "en" ? "inEnglish" : "inChinese", { label });
  return [
    ...(texts[language] === undefined ? [] : fact(label, texts[language], key)),
    ...(texts[other] === undefined ? [] : fact(otherLabel, texts[other], `${key} ${other}`)),
  ];
}

/** Yes or no. */
export function yesNo(value: unknown, { language }: Names): string {
  return textsOf(COMPARE_TEXTS, language)(value === true ? "yes" : "no");
}

/** Whatever has no words of its own: every value with the way to it, so that no difference is hidden. */
export function plainFacts(label: string, value: unknown, key = ""): Fact[] {
  if (typeof value === "object" && value !== null && Object.keys(value).length === 0)
    return fact(label, JSON.stringify(value), key);
  if (Array.isArray(value))
    return value.flatMap((one, index) => plainFacts(`${label} › ${index + 1}`, one, `${key}/${index}`));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, one]) =>
      plainFacts(`${label} › ${name}`, one, `${key}/${name}`),
    );
  return value === undefined
    ? []
    : fact(label, typeof value === "string" ? value : JSON.stringify(value), key);
}
