import type { Text } from "@flowright/client";

export interface BothTexts {
  readonly en: string;
  readonly "zh-CN": string;
}

/** A text as two fields, one per language. */
export function bothTexts(text: Text | undefined): BothTexts {
  if (text === undefined) return { en: "", "zh-CN": "" };
  if (typeof text === "string") return { en: text, "zh-CN": "" };
  return { en: text.en ?? "", "zh-CN": text["zh-CN"] ?? "" };
}

/** Two fields as a text: a language that is empty is left out; null where both are. */
export function textFrom({ en, "zh-CN": chinese }: BothTexts): Text | null {
  const [first, second] = [en.trim(), chinese.trim()];
  if (first === "" && second === "") return null;
  if (second === "") return first;
  return first === "" ? { "zh-CN": second } : { en: first, "zh-CN": second };
}
