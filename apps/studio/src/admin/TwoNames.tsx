import { SimpleGrid, TextInput } from "@mantine/core";
import { useLanguage } from "../i18n/use-language.ts";
import { useNameTexts } from "./name-texts.ts";
import type { BothTexts } from "./own-text.ts";

interface TwoNamesProps {
  readonly value: BothTexts;
  readonly error?: string | undefined;
  onChange(value: BothTexts): void;
}

/** A name in both languages, the reader's first; one of them is enough. */
export function TwoNames({ value, error, onChange }: TwoNamesProps) {
  const t = useNameTexts();
  const language = useLanguage();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      <TextInput
        label={t("name")}
        withAsterisk
        data-autofocus
        maxLength={100}
        value={value[language]}
        error={error}
        onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
      />
      <TextInput
        label={t("otherName")}
        maxLength={100}
        value={value[other]}
        onChange={(event) => onChange({ ...value, [other]: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
