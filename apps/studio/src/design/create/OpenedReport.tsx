import { Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import type { OpenedText } from "./definition-in.ts";
import { useNewFlowTexts } from "./texts.ts";

const SHOWN = 5;

/** The problems of a text that was opened: those that keep it from being a flow, or that the designer will show. */
export function OpenedReport({ file, opened }: { readonly file: string; readonly opened: OpenedText }) {
  const t = useNewFlowTexts();
  const language = useLanguage();
  const { definition, problems } = opened;
  return (
    <>
      <Text className={definition === null ? "new-wrong" : "quiet"} size="sm">
        {definition === null
          ? t("fileProblems", { file })
          : t("opensWithProblems", { count: problems.length })}
      </Text>
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
  );
}
