import { type BilingualText, type LocalizedText, textOf } from "@flowright/definition";
import type { Arrival } from "../../model/clipboard/into-flow.ts";
import type { Language } from "../../model/designer-options.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { CLIPBOARD_TEXTS } from "./clipboard-texts.ts";

/** What came along with pasted steps, and which fields of the flow stay as they are; null where there is nothing to tell. */
export function arrivalWords(arrival: Arrival): BilingualText | null {
  const en = wordsIn("en", arrival);
  return en === "" ? null : { en, "zh-CN": wordsIn("zh-CN", arrival) };
}

function wordsIn(language: Language, { came, renamed, kept }: Arrival): string {
  const t = textsOf(CLIPBOARD_TEXTS, language);
  const comma = language === "en" ? ", " : "、";
  const named = (sort: "form" | "role" | "calendar", id: string, name: LocalizedText | undefined) => {
    const old = [...renamed].find(([was, now]) => now === id && was.startsWith(`${sort} `))?.[0];
    const what = t(sort, { name: textOf(name, language) || (old?.slice(sort.length + 1) ?? id) });
    return old === undefined ? what : t("renamed", { what, name: id });
  };
  const fieldsOf = (names: readonly string[]) =>
    t(names.length === 1 ? "oneField" : "fields", { names: names.join(comma) });
  const fields = Object.keys(came.fields);
  const all = [
    ...came.forms.map(({ id, title }) => named("form", id, title)),
    ...came.roles.map(({ id, name }) => named("role", id, name)),
    ...came.calendars.map(({ id, name }) => named("calendar", id, name)),
    ...came.decisions.map(({ id }) => t("decision", { name: id })),
    ...(fields.length > 0 ? [fieldsOf(fields)] : []),
  ];
  return [
    ...(all.length > 0 ? [t("came", { what: all.join(comma) })] : []),
    ...(kept.length > 0 ? [t("stays", { what: fieldsOf(kept) })] : []),
  ].join(language === "en" ? " " : "");
}
