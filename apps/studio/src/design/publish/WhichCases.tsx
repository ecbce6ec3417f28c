import type { DefinitionVersion } from "@flowright/client";
import { Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import { stayingCases } from "./staying-cases.ts";
import { usePublishTexts } from "./texts.ts";

/** Which cases get the next version, and which stay on theirs. */
export function WhichCases({ next, versions }: { next: number; versions: readonly DefinitionVersion[] }) {
  const t = usePublishTexts();
  const language = useLanguage();
  const staying = stayingCases(versions);
  const [only, ...others] = staying.versions;
  if (only === undefined) return <Text>{t("newCases", { version: next })}</Text>;
  if (others.length === 0) {
    return <Text>{t("stayOne", { version: next, count: staying.count, old: only })}</Text>;
  }
  const old = new Intl.ListFormat(language, { type: "conjunction" }).format(staying.versions.map(String));
  return <Text>{t("stayMany", { version: next, count: staying.count, old })}</Text>;
}
