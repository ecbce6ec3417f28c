import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { i18n } from "./i18n.ts";

/** A text, or its two English forms where it counts something. `{{name}}` stands for a value. */
export type TextEntry = string | { readonly one: string; readonly other: string };

export interface Catalog {
  readonly namespace: string;
  readonly en: { readonly [key: string]: TextEntry };
  readonly "zh-CN": { readonly [key: string]: TextEntry };
}

type Names<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<E> = E extends string
  ? { [N in Names<E>]: string | number }
  : E extends { other: infer Other }
    ? { count: number } & { [N in Names<Other>]: string | number }
    : never;

export type Translate<En> = <K extends keyof En & string>(
  key: K,
  ...values: keyof Values<En[K]> extends never ? [] : [Values<En[K]>]
) => string;

/**
 * Declares the texts of a place, once per language, and gives the hook that reads them:
 *
 *     export const useWorkTexts = defineTexts("work", { en: { late: "{{time}} late" }, "zh-CN": { late: "逾期{{time}}" } });
 *     const t = useWorkTexts();  t("late", { time: "2 h" })
 *
 * A missing or unknown key, or a missing value, does not compile.
 */
export function defineTexts<const En extends { readonly [key: string]: TextEntry }>(
  namespace: string,
  texts: { readonly en: En; readonly "zh-CN": { readonly [K in keyof En]: string } },
): (() => Translate<En>) & { readonly catalog: Catalog } {
  i18n.addResourceBundle("en", namespace, flat(texts.en));
  i18n.addResourceBundle("zh-CN", namespace, flat(texts["zh-CN"]));
  const read = () => useTextsOf(namespace) as Translate<En>;
  return Object.assign(read, { catalog: { namespace, ...texts } satisfies Catalog });
}

function useTextsOf(namespace: string): (key: string, ...values: object[]) => string {
  const { i18n: current } = useTranslation(namespace, { i18n });
  const { language } = current;
  return useMemo(() => {
    const translate = current.getFixedT(language, namespace);
    return (key, ...values) => translate(key, { ...values[0] });
  }, [current, language, namespace]);
}

/** i18next keeps the two forms as two keys; Chinese counts in one form only. */
function flat(texts: { readonly [key: string]: TextEntry }): { [key: string]: string } {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === "string"
        ? [
            [key, text],
            [`${key}_other`, text],
          ]
        : [
            [`${key}_one`, text.one],
            [`${key}_other`, text.other],
          ],
    ),
  );
}
