import type { WorkflowDefinition } from "@flowright/definition";
import { Button, FileButton, Text, Textarea } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { type BpmnSource, isBpmnName, isBpmnText } from "../bpmn/read/bpmn-source.ts";
import { definitionIn, definitionInFile, type OpenedText } from "./definition-in.ts";
import { OpenedReport } from "./OpenedReport.tsx";
import { useNewFlowTexts } from "./texts.ts";

interface FileChoiceProps {
  readonly error: string | undefined;
  onOpened(definition: WorkflowDefinition | null): void;
  /** A drawing of another tool, which is imported with a report of its own. */
  onDrawing(source: BpmnSource): void;
}

/** Takes a flow from a file that is chosen or dropped here, or from pasted JSON, and reports on it before it is used. */
export function FileChoice({ error, onOpened, onDrawing }: FileChoiceProps) {
  const t = useNewFlowTexts();
  const language = useLanguage();
  const [name, setName] = useState("");
  const [opened, setOpened] = useState<OpenedText | null>(null);
  const [over, setOver] = useState(false);

  const take = (from: string, result: OpenedText) => {
    setName(from);
    setOpened(result);
    onOpened(result.definition);
  };
  const open = async (file: File | null | undefined) => {
    if (file && isBpmnName(file.name)) onDrawing({ kind: "file", file });
    else if (file) take(file.name, await definitionInFile(file));
  };
  const nothing =
    opened === null || (opened.definition === null && opened.problems.length === 0 && !opened.failure);
  return (
    // Dropping is one more way to do what the button and the field do.
    <section
      className="new-file"
      aria-label={t("file")}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open(event.dataTransfer.files[0]);
      }}
    >
      <div className="new-file-ways">
        <FileButton accept=".json,application/json,.bpmn,.bpmn2,.xml" onChange={(file) => void open(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
              aria-describedby="new-file-state"
            >
              {t("openFile")}
            </Button>
          )}
        </FileButton>
        <Text size="sm" className="quiet">
          {t("dropHere")}
        </Text>
      </div>
      <Textarea
        label={t("pasteHere")}
        className="new-file-paste"
        minRows={2}
        maxRows={6}
        autosize
        spellCheck={false}
        aria-describedby="new-file-state"
        onChange={(event) => {
          const text = event.currentTarget.value;
          if (text.trim() === "") {
            setOpened(null);
            onOpened(null);
          } else if (isBpmnText(text)) onDrawing({ kind: "text", text });
          else take(t("pasted"), definitionIn(text));
        }}
      />
      <div id="new-file-state" role="status">
        {opened?.definition && (
          <Text size="sm">
            {t("fileOpened", { file: name, flow: textOf(opened.definition.name, language) })}
          </Text>
        )}
        {opened?.failure && <Text className="new-wrong">{t(opened.failure)}</Text>}
        {opened !== null && opened.problems.length > 0 && <OpenedReport file={name} opened={opened} />}
        {error !== undefined && nothing && <Text className="new-wrong">{error}</Text>}
      </div>
    </section>
  );
}
