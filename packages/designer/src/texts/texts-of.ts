import type { Language } from "../model/designer-options.ts";
import type { Messages } from "./messages.ts";

/** The texts of one folder in both languages; `{name}` stands for a parameter. */
export interface TextCatalog<Key extends string> {
  /** By which the hosting page can replace a text: `name.key`. */
  readonly name: string;
  readonly en: Readonly<Record<Key, string>>;
  readonly "zh-CN": Readonly<Record<Key, string>>;
}

export type Translate<Key extends string> = (
  key: Key,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** `t(key, params)` for a catalog in one language; what the hosting page says instead comes first. */
export function textsOf<Key extends string>(
  catalog: TextCatalog<Key>,
  language: Language,
  messages?: Messages | null,
): Translate<Key> {
  const texts = catalog[language];
  return (key, params) => {
    const text = messages?.[`${catalog.name}.${key}`] ?? texts[key];
    return params ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text;
  };
}
