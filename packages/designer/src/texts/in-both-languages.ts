import type { BilingualText } from "@flowright/definition";
import type { Language } from "../model/designer-options.ts";
import { type TextCatalog, textsOf } from "./texts-of.ts";

type Params = Readonly<Record<string, string | number>>;

/** A text of a catalogue in both languages, for what is told without knowing who reads it. */
export function inBothLanguages<Key extends string>(
  catalog: TextCatalog<Key>,
  key: Key,
  params?: Params | ((language: Language) => Params),
): BilingualText {
  const say = (language: Language) =>
    textsOf(catalog, language)(key, typeof params === "function" ? params(language) : params);
  return { en: say("en"), "zh-CN": say("zh-CN") };
}
