import { findNode, type Problem, type WorkflowDefinition } from "@flowright/definition";
import { elementTypeOf } from "@flowright/designer/model";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePublishTexts } from "./texts.ts";

interface ProblemListProps {
  readonly definition: WorkflowDefinition;
  readonly problems: readonly Problem[];
  onGoTo(problem: Problem): void;
}

/** Problems, each a way to the place where it is mended. */
export function ProblemList({ definition, problems, onGoTo }: ProblemListProps) {
  const t = usePublishTexts();
  const language = useLanguage();
  const place = (problem: Problem) => {
    const node = problem.node === undefined ? null : findNode(definition, problem.node);
    if (node === null) return t("flowItself");
    return textOf(node.node.name, language) || elementTypeOf(node.node).name[language];
  };
  return (
    <ul className="publish-problems">
      {problems.map((problem) => (
        <li key={`${problem.code}${problem.path}${JSON.stringify(problem.at ?? null)}`}>
          <button type="button" className="plain-button publish-problem" onClick={() => onGoTo(problem)}>
            <span className="publish-problem-place">{place(problem)}</span>
            <span>{problem.message[language]}</span>
            <span className="quiet">{problem.fix[language]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
