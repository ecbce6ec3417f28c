import { Button, Group, Text } from "@mantine/core";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Dialog } from "./Dialog.tsx";
import { useAdminTexts } from "./texts.ts";

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly lead: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  onClose(): void;
  onConfirm(): void;
}

/** Says what will happen before something is done that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useAdminTexts();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Text>{props.lead}</Text>
      {props.error !== null && <ProblemAlert error={props.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button
          loading={props.busy}
          onClick={props.onConfirm}
          {...(props.danger === true ? { color: "red.8" } : {})}
        >
          {props.confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
