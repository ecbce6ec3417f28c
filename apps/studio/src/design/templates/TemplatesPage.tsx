import type { WorkspaceTemplate } from "@flowright/client";
import { CATEGORIES, type Category, matchingTemplates } from "@flowright/templates";
import { Chip, CloseButton, Group, Skeleton, TextInput } from "@mantine/core";
import { IconSearch, IconTemplate } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { api } from "../../session/api.ts";
import { useMay } from "../../session/session-query.ts";
import { useWhereIAm } from "../../shell/where-i-am.ts";
import { useCreateFlow } from "../create/use-create-flow.ts";
import { DesignNav } from "../decisions/DesignNav.tsx";
import "../list/flow-list.css";
import { DeleteTemplateDialog } from "./DeleteTemplateDialog.tsx";
import { ImportTemplate } from "./ImportTemplate.tsx";
import { StepTemplateList } from "./StepTemplateList.tsx";
import { SaveTemplateDialog } from "./save/SaveTemplateDialog.tsx";
import { TemplateCard } from "./TemplateCard.tsx";
import "./templates.css";
import { useTemplateTexts } from "./texts.ts";
import { UseTemplateDialog } from "./use/UseTemplateDialog.tsx";
import { usePinyin } from "./use-pinyin.ts";
import { useStepTemplates } from "./use-step-templates.ts";
import { type GalleryTemplate, useTemplates } from "./use-templates.ts";

const route = getRouteApi("/places/templates");

type Shelf = Category | "all" | "own";

type Opened =
  | { readonly entry: GalleryTemplate; readonly doing: "use" | "edit" }
  | { readonly kept: WorkspaceTemplate; readonly doing: "delete" };

/** The gallery of templates: those of the product, and those that the workspace made. */
export function TemplatesPage() {
  const t = useTemplateTexts();
  const language = useLanguage();
  useWhereIAm(t("title"));
  const navigate = useNavigate();
  const words = route.useSearch().q ?? "";
  const mayWrite = useMay("definition.write");
  const templates = useTemplates();
  const spell = usePinyin();
  const [shelf, setShelf] = useState<Shelf>("all");
  const [opened, setOpened] = useState<Opened | null>(null);
  const { createFrom, busy, error } = useCreateFlow();
  const flows = useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api().definitions.list({ signal }),
    enabled: mayWrite,
  });
  const all = templates.data ?? [];
  const shelves: Shelf[] = [
    "all",
    ...CATEGORIES.filter((category) => all.some(({ template }) => template.category === category)),
    "own",
  ];
  const found = matchingTemplates(
    all
      .filter(
        ({ template, kept }) =>
          shelf === "all" || (shelf === "own" ? kept !== null : template.category === shelf),
      )
      .map((entry) => ({ ...entry.template, entry })),
    words,
    spell,
  ).map(({ entry }) => entry);
  const { stepTemplates } = useStepTemplates();
  const foundSteps = matchingTemplates(
    stepTemplates.map((listed) => ({ ...listed.content, listed })),
    words,
    spell,
  ).map(({ listed }) => listed);
  const search = (q: string) =>
    void navigate({ to: "/templates", search: q === "" ? {} : { q }, replace: true });

  return (
    <>
      <DesignNav />
      <div className="page">
        <div className="page-head">
          <div>
            <h1>{t("title")}</h1>
            <p>{t("lead")}</p>
          </div>
          {mayWrite && <ImportTemplate own={all.flatMap(({ kept }) => kept ?? [])} />}
        </div>
        <div className="template-tools">
          <TextInput
            className="flow-search"
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            rightSection={
              words !== "" && (
                <CloseButton size="sm" aria-label={t("clearSearch")} onClick={() => search("")} />
              )
            }
            value={words}
            onChange={(event) => search(event.currentTarget.value)}
          />
          <Chip.Group value={shelf} onChange={(value) => setShelf(value as Shelf)}>
            <Group gap={6} role="radiogroup" aria-label={t("categories")}>
              {shelves.map((one) => (
                <Chip key={one} value={one} size="sm">
                  {t(one)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
        {templates.isPending && (
          <div className="template-grid" aria-busy="true">
            {[0, 1, 2].map((card) => (
              <Skeleton key={card} h={380} />
            ))}
          </div>
        )}
        {templates.isError && templates.data === undefined && (
          <LoadFailure error={templates.error} onRetry={() => void templates.refetch()} />
        )}
        {templates.data !== undefined && found.length === 0 && foundSteps.length === 0 && (
          <Nothing
            icon={<IconTemplate size={28} />}
            title={words === "" ? t("noneHere") : t("noMatch", { words })}
          >
            {words === "" ? t("noneHereFix") : undefined}
          </Nothing>
        )}
        <div className="template-grid">
          {found.map((entry) => (
            <TemplateCard
              key={entry.key}
              entry={entry}
              mayWrite={mayWrite}
              onUse={() => setOpened({ entry, doing: "use" })}
              onEdit={() => setOpened({ entry, doing: "edit" })}
              onDelete={() => entry.kept !== null && setOpened({ kept: entry.kept, doing: "delete" })}
            />
          ))}
        </div>
        {(shelf === "all" || shelf === "own") && (
          <StepTemplateList
            templates={foundSteps}
            mayWrite={mayWrite}
            onDelete={({ kept }) => setOpened({ kept, doing: "delete" })}
          />
        )}
      </div>
      {opened?.doing === "use" && flows.data !== undefined && (
        <UseTemplateDialog
          key={`${opened.entry.key} ${language}`}
          template={opened.entry.template}
          taken={new Set(flows.data.map(({ id }) => id))}
          busy={busy}
          error={error}
          onUse={createFrom}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.doing === "edit" && (
        <SaveTemplateDialog
          definition={opened.entry.template.definition}
          existing={opened.entry}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.doing === "delete" && (
        <DeleteTemplateDialog kept={opened.kept} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
