import type { CheckProblem } from "@flowright/client";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusMark } from "../../parts/StatusMark.tsx";

/** What stands in the way, or is to be considered, and what to do about it. */
export function CheckProblems({
  title,
  tone,
  problems,
}: {
  title?: string;
  tone: "late" | "risk";
  problems: readonly CheckProblem[];
}) {
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <div className="repair-note" role={tone === "late" ? "alert" : undefined}>
      {title !== undefined && <StatusMark tone={tone}>{title}</StatusMark>}
      <ul>
        {problems.map(({ code, node, message, fix }) => (
          <li key={`${code} ${node} ${message.en}`}>
            {message[language]} <span className="quiet">{fix[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
