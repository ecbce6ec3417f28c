import type { WorkflowDefinition } from "@flowright/definition";
import { ActionIcon, Button, Group, Menu, Modal, Text } from "@mantine/core";
import {
  IconCopy,
  IconDots,
  IconDownload,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconTemplate,
  IconTrash,
} from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { lazyPart } from "../../parts/lazy/lazy-part.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { useBpmnTexts } from "../bpmn/texts.ts";
import { useTemplateTexts } from "../templates/texts.ts";
import { useEditTexts } from "./texts.ts";

const ExportBpmnDialog = lazyPart(
  async () => (await import("../bpmn/export/ExportBpmnDialog.tsx")).ExportBpmnDialog,
);

interface EditorMenuProps {
  readonly name: string;
  readonly definition: WorkflowDefinition;
  /** Latest version; null where nothing is published. */
  readonly latest: number | null;
  readonly hasDraft: boolean;
  readonly mayWrite: boolean;
  readonly discarding: boolean;
  readonly discardError: unknown;
  onVersions(): void;
  onExport(): void;
  /** Null where nothing can be imported: the flow has steps, or may not be changed. */
  readonly onImport: (() => void) | null;
  onCopy(): void;
  onSaveTemplate(): void;
  onDiscard(): void;
}

/** What is done seldom with a flow. */
export function EditorMenu(props: EditorMenuProps) {
  const t = useEditTexts();
  const bpmn = useBpmnTexts();
  const templates = useTemplateTexts();
  const [asking, setAsking] = useState(false);
  const [exporting, setExporting] = useState<WorkflowDefinition | null>(null);
  const discardWords = props.latest === null ? t("deleteDraft") : t("discardDraft");
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("more")}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {props.latest !== null && (
            <Menu.Item leftSection={<IconHistory size={16} aria-hidden="true" />} onClick={props.onVersions}>
              {t("versions")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden="true" />} onClick={props.onExport}>
            {t("exportJson")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileExport size={16} aria-hidden="true" />}
            onClick={() => setExporting(props.definition)}
          >
            {bpmn("exportMenu")}
          </Menu.Item>
          {props.onImport !== null && (
            <Menu.Item leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={props.onImport}>
              {bpmn("importMenu")}
            </Menu.Item>
          )}
          {props.mayWrite && (
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={props.onCopy}>
              {t("copyFlow")}
            </Menu.Item>
          )}
          {props.mayWrite && (
            <Menu.Item
              leftSection={<IconTemplate size={16} aria-hidden="true" />}
              onClick={props.onSaveTemplate}
            >
              {templates("saveTitle")}
            </Menu.Item>
          )}
          {props.mayWrite && props.hasDraft && (
            <>
              <Menu.Divider />
              <Menu.Item
                color="var(--status-late)"
                leftSection={<IconTrash size={16} aria-hidden="true" />}
                onClick={() => setAsking(true)}
              >
                {discardWords}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        <ExportBpmnDialog
          definition={exporting}
          file={props.definition.id}
          onClose={() => setExporting(null)}
        />
      </Suspense>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={
          <Text fw={600}>
            {props.latest === null
              ? t("deleteTitle", { flow: props.name })
              : t("discardTitle", { flow: props.name })}
          </Text>
        }
        closeButtonProps={{ "aria-label": usePartTexts()("close") }}
      >
        <Text>{props.latest === null ? t("deleteLead") : t("discardLead", { version: props.latest })}</Text>
        {props.discardError !== null && <ProblemAlert error={props.discardError} />}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t("keepDraft")}
          </Button>
          <Button color="red.8" loading={props.discarding} onClick={props.onDiscard}>
            {discardWords}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
