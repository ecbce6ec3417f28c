import type { DefinitionSummary } from "@flowright/client";
import { Button, Chip, CloseButton, Select, TextInput } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { versionsQuery } from "../flows/use-flow-numbers.ts";
import { CASE_STATUSES, type CaseSearch, readCaseSearch } from "./case-search.ts";
import { useCasesTexts } from "./texts.ts";
import { useStepChoices } from "./use-step-choices.ts";

interface CaseFiltersProps {
  readonly search: CaseSearch;
  readonly flows: readonly DefinitionSummary[];
  onChange(search: CaseSearch): void;
}

/** What the list of cases is narrowed down to. */
export function CaseFilters({ search, flows, onChange }: CaseFiltersProps) {
  const t = useCasesTexts();
  const language = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  const steps = useStepChoices(search.flow, search.version);
  const versions = useQuery({ ...versionsQuery(search.flow ?? ""), enabled: search.flow !== undefined });
  const { q: _words, ...narrowed } = search;
  const count = Object.keys(narrowed).length;
  const set = (change: { readonly [name: string]: unknown }) =>
    onChange(readCaseSearch({ ...search, ...change }));
  return (
    <search className="case-filters" data-unfolded={unfolded || undefined}>
      <Words value={search.q ?? ""} onChange={(q) => set({ q })} />
      <Button
        className="case-filters-fold"
        variant="default"
        leftSection={<IconFilter size={16} aria-hidden="true" />}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        {count > 0 ? t("filtersOn", { count }) : t("filters")}
      </Button>
      <div className="case-filters-rest">
        <Select
          aria-label={t("flow")}
          placeholder={t("anyFlow")}
          clearable
          searchable
          value={search.flow ?? null}
          data={flows.map(({ id, name }) => ({ value: id, label: textOf(name, language) }))}
          onChange={(flow) => set({ flow: flow ?? undefined, version: undefined, step: undefined })}
        />
        {search.flow !== undefined && (
          <>
            <Select
              aria-label={t("version")}
              placeholder={t("anyVersion")}
              clearable
              value={search.version === undefined ? null : String(search.version)}
              data={(versions.data ?? []).map(({ version }) => ({
                value: String(version),
                label: t("versionOption", { version }),
              }))}
              onChange={(version) => set({ version: version === null ? undefined : Number(version) })}
            />
            <Select
              aria-label={t("step")}
              placeholder={t("anyStep")}
              clearable
              searchable
              value={search.step ?? null}
              data={steps}
              onChange={(step) => set({ step: step ?? undefined })}
            />
          </>
        )}
        <Select
          aria-label={t("status")}
          placeholder={t("anyStatus")}
          clearable
          value={search.status ?? null}
          data={CASE_STATUSES.map((status) => ({ value: status, label: t(status) }))}
          onChange={(status) => set({ status: status ?? undefined })}
        />
        {(["overdue", "incident", "mine"] as const).map((name) => (
          <Chip
            key={name}
            variant="outline"
            checked={search[name] === true}
            onChange={(checked) => set({ [name]: checked ? true : undefined })}
          >
            {t(name)}
          </Chip>
        ))}
        {count > 0 && (
          <Button variant="subtle" onClick={() => onChange(search.q === undefined ? {} : { q: search.q })}>
            {t("clear")}
          </Button>
        )}
      </div>
    </search>
  );
}

const PAUSE = 250;

/** Words to search for; the list follows when the person pauses. */
function Words({ value, onChange }: { value: string; onChange(words: string): void }) {
  const t = useCasesTexts();
  const [words, setWords] = useState(value);
  const [known, setKnown] = useState(value);
  // Another address, by a link or the way back, brings other words.
  if (value !== known) {
    setKnown(value);
    if (value !== words.trim()) setWords(value);
  }
  useEffect(() => {
    if (words.trim() === value) return;
    const timer = setTimeout(() => onChange(words.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <TextInput
      type="search"
      className="case-filters-words"
      aria-label={t("search")}
      placeholder={t("searchHint")}
      maxLength={200}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        words === "" ? null : <CloseButton size="sm" aria-label={t("clear")} onClick={() => setWords("")} />
      }
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  );
}
