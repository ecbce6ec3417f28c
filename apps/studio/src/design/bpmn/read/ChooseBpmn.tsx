import { Button, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { BpmnDropArea } from "../BpmnDropArea.tsx";
import { useBpmnTexts } from "../texts.ts";
import { type BpmnSource, isBpmnText } from "./bpmn-source.ts";

/** Asks for a drawing: a file to choose or to drop, or its text. */
export function ChooseBpmn({ onChosen }: { onChosen(source: BpmnSource): void }) {
  const t = useBpmnTexts();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const read = () => {
    setTried(true);
    if (isBpmnText(text)) onChosen({ kind: "text", text });
  };
  return (
    <Stack gap="md">
      <Text className="quiet">{t("lead")}</Text>
      <BpmnDropArea active className="bpmn-drop-zone" onSource={onChosen}>
        <FileButton
          accept=".bpmn,.bpmn2,.xml,application/xml,text/xml"
          onChange={(file) => file !== null && onChosen({ kind: "file", file })}
        >
          {(props) => (
            <Button {...props} data-autofocus leftSection={<IconFileImport size={16} aria-hidden="true" />}>
              {t("choose")}
            </Button>
          )}
        </FileButton>
        <span className="quiet">{t("drop")}</span>
      </BpmnDropArea>
      <Textarea
        label={t("paste")}
        autosize
        minRows={3}
        maxRows={8}
        spellCheck={false}
        classNames={{ input: "bpmn-code" }}
        value={text}
        error={tried && !isBpmnText(text) ? t("notBpmn") : undefined}
        onChange={(event) => {
          setTried(false);
          setText(event.currentTarget.value);
        }}
      />
      <Group justify="flex-end">
        <Button variant="default" disabled={text.trim() === ""} onClick={read}>
          {t("readPasted")}
        </Button>
      </Group>
    </Stack>
  );
}
