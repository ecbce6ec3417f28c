import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "../../parts/ProblemAlert.tsx";
import { usePartTexts } from "../../parts/texts.ts";
import { useVersionTexts } from "./texts.ts";

interface NameStateFormProps {
  readonly busy: boolean;
  readonly error: unknown;
  onKeep(state: { readonly name: string; readonly note: string }): void;
  onClose(): void;
}

/** Gives the draft as it is now a name and a note, without publishing it. */
export function NameStateForm({ busy, error, onKeep, onClose }: NameStateFormProps) {
  const t = useVersionTexts();
  const parts = usePartTexts();
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      noValidate
      className="version-name"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== "" && !busy) onKeep({ name: name.trim(), note: note.trim() });
      }}
    >
      <TextInput
        label={t("name")}
        withAsterisk
        maxLength={100}
        value={name}
        autoFocus
        error={tried && name.trim() === "" ? t("nameMissing") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t("note")}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error !== null && <ProblemAlert error={error} />}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button size="xs" type="submit" loading={busy}>
          {t("keepState")}
        </Button>
      </Group>
    </form>
  );
}
