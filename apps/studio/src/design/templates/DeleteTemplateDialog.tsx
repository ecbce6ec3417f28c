import type { WorkspaceTemplate } from "@flowright/client";
import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { api } from "../../session/api.ts";
import { useTemplateTexts } from "./texts.ts";
import { useTemplatesChanged } from "./use-templates.ts";

interface DeleteTemplateDialogProps {
  readonly kept: WorkspaceTemplate;
  onClose(): void;
}

/** Deletes a template of the workspace, after saying what that does. */
export function DeleteTemplateDialog({ kept, onClose }: DeleteTemplateDialogProps) {
  const t = useTemplateTexts();
  const parts = usePartTexts();
  const name = textOf(kept.name, useLanguage());
  const changed = useTemplatesChanged();
  const removal = useMutation({
    mutationFn: () => api().templates.remove(kept.kind, kept.id),
    onSuccess: () => {
      changed();
      notifications.show({ message: t("deleted", { name }) });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{t("deleteTitle", { name })}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Text>{t(kept.kind === "step" ? "stepDeleteLead" : "deleteLead")}</Text>
      {removal.error !== null && <ProblemAlert error={removal.error} />}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button color="red.8" loading={removal.isPending} onClick={() => removal.mutate()}>
          {t("delete")}
        </Button>
      </Group>
    </Modal>
  );
}
