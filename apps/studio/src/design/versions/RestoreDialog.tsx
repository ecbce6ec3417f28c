import { Button, Group, Modal, Text } from "@mantine/core";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { useVersionTexts } from "./texts.ts";

interface RestoreDialogProps {
  /** The version to restore; null: closed. */
  readonly version: number | null;
  readonly busy: boolean;
  readonly error: unknown;
  onConfirm(version: number): void;
  onClose(): void;
}

/** Asks before a version replaces the draft. */
export function RestoreDialog({ version, busy, error, onConfirm, onClose }: RestoreDialogProps) {
  const t = useVersionTexts();
  const parts = usePartTexts();
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={<Text fw={600}>{t("restoreTitle", { version: version ?? 0 })}</Text>}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Text>{t("restoreLead", { version: version ?? 0 })}</Text>
      {error !== null && <ProblemAlert error={error} />}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("keep")}
        </Button>
        <Button
          loading={busy}
          onClick={() => {
            if (version !== null) onConfirm(version);
          }}
        >
          {t("restore")}
        </Button>
      </Group>
    </Modal>
  );
}
