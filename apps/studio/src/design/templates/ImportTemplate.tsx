import type { WorkspaceTemplate } from "@flowright/client";
import { type FlowTemplate, isTemplateDocument, readTemplate } from "@flowright/templates";
import { Button, FileButton, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { api } from "../../session/api.ts";
import { useTemplateTexts } from "./texts.ts";
import { useTemplatesChanged } from "./use-templates.ts";

const SHOWN = 8;

/** What a file turned out to be. */
type Found = { readonly problems: readonly string[] } | { readonly replaces: FlowTemplate };

/** Takes a template from a file; what is wrong with it, or what it would replace, is said first. */
export function ImportTemplate({ own }: { readonly own: readonly WorkspaceTemplate[] }) {
  const t = useTemplateTexts();
  const parts = usePartTexts();
  const language = useLanguage();
  const changed = useTemplatesChanged();
  const [found, setFound] = useState<Found | null>(null);
  const saving = useMutation({
    mutationFn: (template: FlowTemplate) =>
      api().templates.save("flow", template.id, {
        content: { ...template },
        replaces: own.find(({ id }) => id === template.id)?.version ?? null,
      }),
    onSuccess: ({ name }) => {
      changed();
      setFound(null);
      notifications.show({ message: t("imported", { name: textOf(name, language) }) });
    },
  });
  const open = async (file: File | null) => {
    if (file === null) return;
    saving.reset();
    const value = parsed(await file.text().catch(() => ""));
    if (value === undefined) return setFound({ problems: [t("importUnreadable")] });
    if (!isTemplateDocument(value) && Object(value).schema === "flowright/workflow/v1") {
      return setFound({ problems: [t("importHasFlow")] });
    }
    const { template, problems } = readTemplate(value);
    if (template === null) {
      return setFound({ problems: problems.map(({ path, message }) => `${path}: ${message[language]}`) });
    }
    if (own.some(({ id }) => id === template.id)) setFound({ replaces: template });
    else saving.mutate(template);
  };
  const replaces = found !== null && "replaces" in found ? found.replaces : null;
  const title =
    replaces === null ? t("importTitle") : t("replaceTitle", { name: textOf(replaces.name, language) });
  return (
    <>
      <FileButton accept=".json,application/json" onChange={(file) => void open(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden="true" />}>
            {t("import")}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={found !== null || saving.error !== null}
        onClose={() => {
          setFound(null);
          saving.reset();
        }}
        title={<Text fw={600}>{title}</Text>}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        {found !== null && "problems" in found && (
          <ul className="problem-list">
            {found.problems.slice(0, SHOWN).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        {replaces !== null && (
          <>
            <Text>{t("replaceLead")}</Text>
            <Group justify="flex-end" gap="xs" mt="lg">
              <Button variant="default" data-autofocus onClick={() => setFound(null)}>
                {parts("cancel")}
              </Button>
              <Button loading={saving.isPending} onClick={() => saving.mutate(replaces)}>
                {t("replace")}
              </Button>
            </Group>
          </>
        )}
        {saving.error !== null && <ProblemAlert error={saving.error} />}
      </Modal>
    </>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
