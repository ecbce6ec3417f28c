import type { Text as LocalText } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { CATEGORIES, type Category, parameterCandidates } from "@flowright/templates";
import { Button, Checkbox, Group, Modal, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { textOf } from "../../../i18n/text-of.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemAlert } from "../../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../../parts/texts.ts";
import "../templates.css";
import { useTemplateTexts } from "../texts.ts";
import type { GalleryTemplate } from "../use-templates.ts";
import { useSaveTemplate } from "./use-save-template.ts";

interface SaveTemplateDialogProps {
  readonly definition: WorkflowDefinition;
  /** The template that is edited; null for a new one. */
  readonly existing: GalleryTemplate | null;
  onClose(): void;
}

const ID = /^[A-Za-z_][A-Za-z0-9_-]{0,59}$/;

/** Keeps a flow as a template of the workspace: its words in both languages, and what it asks for. */
export function SaveTemplateDialog({ definition, existing, onClose }: SaveTemplateDialogProps) {
  const t = useTemplateTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const template = existing?.template ?? null;
  const candidates = useMemo(() => {
    const found = parameterCandidates(definition);
    const known = template?.parameters ?? [];
    return [...known, ...found.filter(({ id }) => !known.some((parameter) => parameter.id === id))];
  }, [definition, template]);
  const [name, setName] = useState(() => bothOf(template?.name ?? definition.name));
  const [description, setDescription] = useState(() =>
    bothOf(template?.description ?? definition.description),
  );
  const [category, setCategory] = useState<Category>(template?.category ?? "other");
  const [typedId, setTypedId] = useState(() => template?.id ?? plainId(definition.id));
  const [asked, setAsked] = useState<ReadonlySet<string>>(
    () => new Set(template?.parameters.map(({ id }) => id) ?? []),
  );
  const [tried, setTried] = useState(false);
  const { save, busy, error } = useSaveTemplate(onClose);
  const wrong = {
    name: name.en.trim() === "" && name.zh.trim() === "" ? t("nameMissing") : undefined,
    description:
      description.en.trim() === "" && description.zh.trim() === "" ? t("descriptionMissing") : undefined,
    id: ID.test(typedId) ? undefined : t("idWrong"),
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).some((fault) => fault !== undefined) || busy) return;
    save(
      {
        schema: "flowright/template/v1",
        id: typedId,
        name: localOf(name),
        description: localOf(description),
        category,
        ...(template?.keywords === undefined ? {} : { keywords: template.keywords }),
        parameters: candidates.filter(({ id }) => asked.has(id)),
        definition,
        ...(template?.brings === undefined ? {} : { brings: template.brings }),
      },
      existing?.kept?.version ?? null,
    );
  };
  const shown = (fault: string | undefined) => (tried ? fault : undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={600}>{existing === null ? t("saveTitle") : t("editTitle")}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Text className="quiet" mb="sm">
          {t("saveLead")}
        </Text>
        <div className="template-both">
          <TextInput
            label={t("nameEn")}
            data-autofocus
            maxLength={200}
            value={name.en}
            error={shown(wrong.name)}
            onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          />
          <TextInput
            label={t("nameZh")}
            maxLength={200}
            value={name.zh}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <Textarea
            label={t("descriptionEn")}
            autosize
            minRows={2}
            maxLength={1000}
            value={description.en}
            error={shown(wrong.description)}
            onChange={(event) => setDescription({ ...description, en: event.currentTarget.value })}
          />
          <Textarea
            label={t("descriptionZh")}
            autosize
            minRows={2}
            maxLength={1000}
            value={description.zh}
            onChange={(event) => setDescription({ ...description, zh: event.currentTarget.value })}
          />
          <TextInput
            label={t("id")}
            disabled={existing !== null}
            maxLength={60}
            spellCheck={false}
            value={typedId}
            error={shown(wrong.id)}
            onChange={(event) => setTypedId(event.currentTarget.value)}
          />
          <Select
            label={t("category")}
            allowDeselect={false}
            data={CATEGORIES.map((value) => ({ value, label: t(value) }))}
            value={category}
            onChange={(value) => setCategory((value ?? "other") as Category)}
          />
        </div>
        <fieldset className="template-asked">
          <legend>{t("ask")}</legend>
          {candidates.length === 0 && <Text className="quiet">{t("askNone")}</Text>}
          {candidates.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={textOf(label, language)}
              checked={asked.has(id)}
              onChange={(event) => {
                const next = new Set(asked);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                setAsked(next);
              }}
            />
          ))}
        </fieldset>
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {t("save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface Both {
  readonly en: string;
  readonly zh: string;
}

function bothOf(text: LocalText | undefined): Both {
  if (typeof text === "string")
    return /[\u4e00-\u9fff]/.test(text) ? { en: "", zh: text } : { en: text, zh: "" };
  return { en: text?.en ?? "", zh: text?.["zh-CN"] ?? "" };
}

function localOf({ en, zh }: Both): LocalText {
  return { ...(en.trim() && { en: en.trim() }), ...(zh.trim() && { "zh-CN": zh.trim() }) };
}

function plainId(flow: string): string {
  const plain = flow
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[^A-Za-z_]+/, "")
    .slice(0, 60);
  return plain === "" ? "template" : plain;
}
