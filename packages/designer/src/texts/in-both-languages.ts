import type { BilingualText } from "@flowright/definition";
import { type TextCatalog, textsOf } from "./texts-of.ts";

/** A text of a catalogue in both languages, for what is told without knowing who reads it. */
export function inBothLanguages<Key extends string>(
  catalog: TextCatalog<Key>,
  key: Key,
  params?: Readonly<Record<string, string | number>>,
): BilingualText {
  return { en: textsOf(catalog, "en")(key, params), "zh-CN": textsOf(catalog, "zh-CN")(key, params) };
}
