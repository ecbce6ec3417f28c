import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { Text } from "@mantine/core";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useBpmnTexts } from "../texts.ts";
import type { KnownStep } from "./step-index.ts";

interface ImportNotesProps {
  readonly problems: readonly Problem[];
  readonly definitions: readonly WorkflowDefinition[];
  readonly steps: ReadonlyMap<string, KnownStep>;
  onShow(step: string): void;
}

/** What is to be mended or known of the flows, each leading to its step. */
export function ImportNotes({ problems, definitions, steps, onShow }: ImportNotesProps) {
  const t = useBpmnTexts();
  const language = useLanguage();
  if (problems.length === 0) return <Text className="quiet">{t("noProblems")}</Text>;
  return (
    <ul className="bpmn-notes">
      {problems.map((problem) => {
        const id = problem.node ?? flowAt(problem.path, definitions);
        const step = id === undefined ? undefined : steps.get(id);
        const content = (
          <>
            <span className="bpmn-line-head">
              <span className="bpmn-note-place cut">{step?.name ?? id}</span>
              {problem.at !== undefined && "line" in problem.at && (
                <span className="quiet number bpmn-line-place">{t("line", { line: problem.at.line })}</span>
              )}
            </span>
            <span>{problem.message[language]}</span>
            <span className="quiet">{problem.fix[language]}</span>
          </>
        );
        const key = `${problem.code}${problem.path}${problem.node}${JSON.stringify([problem.at, problem.params])}`;
        return (
          <li key={key} data-severity={problem.severity}>
            {step !== undefined && id !== undefined ? (
              <button type="button" className="plain-button bpmn-line" onClick={() => onShow(id)}>
                {content}
              </button>
            ) : (
              <div className="bpmn-line">{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The flow that a path into the result of an import leads into. */
function flowAt(path: string, definitions: readonly WorkflowDefinition[]): string | undefined {
  const index = /^\/definitions\/(\d+)/.exec(path)?.[1];
  return index === undefined ? undefined : definitions[Number(index)]?.id;
}
