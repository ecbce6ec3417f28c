import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useAdminTexts } from "./texts.ts";

interface SecretOnceProps {
  readonly label: string;
  readonly secret: string;
  onDone(): void;
}

/** A secret that is shown this once, with a button that copies it. */
export function SecretOnce({ label, secret, onDone }: SecretOnceProps) {
  const t = useAdminTexts();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    // The clipboard exists on secure origins alone; elsewhere the selected text can be copied by hand.
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      setCopied(document.execCommand("copy"));
    }
  };
  return (
    <div>
      <TextInput
        ref={field}
        label={label}
        value={secret}
        readOnly
        className="secret-once"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Text className="quiet" size="sm" mt={4}>
        {t("shownOnce")}
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button
          variant="default"
          leftSection={
            copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />
          }
          onClick={() => void copy()}
        >
          {copied ? t("copied") : t("copy")}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
      </Group>
    </div>
  );
}
