import { type Problem, parseDefinition, type WorkflowDefinition } from "@flowright/definition";
import { Button, FileButton, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { isDrawable } from "../edit/is-drawable.ts";
import { useNewFlowTexts } from "./texts.ts";

const LARGEST = 5_000_000;
const SHOWN = 5;

interface FileChoiceProps {
  readonly error: string | undefined;
  onOpened(definition: WorkflowDefinition | null): void;
}

/** Opens a flow from a file of this device; where it is none, says what is wrong and where. */
export function FileChoice({ error, onOpened }: FileChoiceProps) {
  const t = useNewFlowTexts();
  const language = useLanguage();
  const [name, setName] = useState("");
  const [opened, setOpened] = useState<WorkflowDefinition | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  const open = async (file: File | null) => {
    if (file === null) return;
    setName(file.name);
    const result = await definitionIn(file);
    setFailure(result.failure === undefined ? null : t(result.failure));
    setProblems(result.problems);
    setOpened(result.definition);
    onOpened(result.definition);
  };

  return (
    <div className="new-file">
      <FileButton accept=".json,application/json" onChange={(file) => void open(file)}>
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
      <div id="new-file-state" role="status">
        {opened !== null && (
          <Text size="sm">{t("fileOpened", { file: name, flow: textOf(opened.name, language) })}</Text>
        )}
        {failure !== null && <Text className="new-wrong">{failure}</Text>}
        {opened === null && problems.length > 0 && (
          <>
            <Text className="new-wrong">{t("fileProblems", { file: name })}</Text>
            <ul className="problem-list">
              {problems.slice(0, SHOWN).map((problem) => (
                <li key={`${problem.code}${problem.path}`}>
                  {problem.message[language]} <span className="quiet">{problem.fix[language]}</span>
                  {problem.at !== undefined && "line" in problem.at && (
                    <span className="quiet number"> ({t("place", { ...problem.at })})</span>
                  )}
                </li>
              ))}
            </ul>
            {problems.length > SHOWN && (
              <Text size="sm" className="quiet">
                {t("moreProblems", { count: problems.length - SHOWN })}
              </Text>
            )}
          </>
        )}
        {error !== undefined && opened === null && problems.length === 0 && failure === null && (
          <Text className="new-wrong">{error}</Text>
        )}
      </div>
    </div>
  );
}

interface Opened {
  readonly definition: WorkflowDefinition | null;
  readonly problems: readonly Problem[];
  readonly failure?: "fileTooLarge" | "fileUnreadable";
}

/** A file with problems is opened all the same if it can be drawn: the designer shows them. */
async function definitionIn(file: File): Promise<Opened> {
  if (file.size > LARGEST) return { definition: null, problems: [], failure: "fileTooLarge" };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { definition: null, problems: [], failure: "fileUnreadable" };
  }
  const { definition, problems } = parseDefinition(text);
  return { definition: isDrawable(definition) ? definition : null, problems };
}
