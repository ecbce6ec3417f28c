import type { Language } from "../model/designer-options.ts";

/** The texts of one folder in both languages; `{name}` stands for a parameter. */
export interface TextCatalog<Key extends string> {
  readonly en: Readonly<Record<Key, string>>;
  readonly "zh-CN": Readonly<Record<Key, string>>;
}

export type Translate<Key extends string> = (
  key: Key,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** `t(key, params)` for a catalog in one language. */
export function textsOf<Key extends string>(catalog: TextCatalog<Key>, language: Language): Translate<Key> {
  const texts = catalog[language];
  return (key, params) =>
    params
      ? texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
      : texts[key];
}
