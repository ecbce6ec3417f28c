import type { BatchFailure } from "@flowright/client";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useOneBatchTexts } from "./texts.ts";

/** Why cases failed, the most frequent reason first, and what to do about each. */
export function FailureReasons({ failures }: { failures: readonly BatchFailure[] }) {
  const t = useOneBatchTexts();
  const language = useLanguage();
  if (failures.length === 0) return null;
  return (
    <section className="card batch-reasons" aria-label={t("failures")}>
      <h2>{t("failures")}</h2>
      <ul>
        {failures.map(({ count, problem }) => (
          <li key={`${problem.code} ${problem.message.en}`}>
            <span className="number batch-times">{t("times", { count })}</span>
            <span>
              {problem.message[language]} <span className="quiet">{problem.fix[language]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
