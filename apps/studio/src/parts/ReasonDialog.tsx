import { Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { usePartTexts } from "./texts.ts";

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly lead?: string;
  readonly label: string;
  /** Said where the reason is required and absent. */
  readonly missing: string;
  readonly required: boolean;
  readonly confirm: string;
  readonly dismiss?: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  /** It cannot be done as it is; the children say why. */
  readonly blocked?: boolean;
  readonly size?: "lg";
  readonly error: unknown;
  /** Fields before the reason, e.g. a person. */
  readonly children?: ReactNode;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** Asks for a reason before something is done; Ctrl or ⌘ with Enter confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = usePartTexts();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={<Text fw={600}>{props.title}</Text>}
      closeButtonProps={{ "aria-label": t("close") }}
      {...(props.size === undefined ? {} : { size: props.size })}
    >
      {props.opened && <ReasonForm {...props} />}
    </Modal>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const t = usePartTexts();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const words = reason.trim();
  const missing = props.required && words === "";
  const submit = () => {
    setTried(true);
    if (!missing && !props.busy && props.blocked !== true) props.onConfirm(words);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {props.lead !== undefined && (
        <Text className="quiet" mb="sm">
          {props.lead}
        </Text>
      )}
      {props.children}
      <Textarea
        label={props.label}
        withAsterisk={props.required}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={props.required ? 2000 : 4000}
        value={reason}
        data-autofocus={props.children === undefined ? true : undefined}
        error={tried && missing ? props.missing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      {props.error !== null && props.error !== undefined && <ProblemAlert error={props.error} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {props.dismiss ?? t("cancel")}
        </Button>
        <Button
          type="submit"
          loading={props.busy}
          disabled={props.blocked === true}
          {...(props.danger === true ? { color: "red.8" } : {})}
        >
          {props.confirm}
        </Button>
      </Group>
    </form>
  );
}
