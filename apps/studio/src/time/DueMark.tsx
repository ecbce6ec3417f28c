import { useLanguage } from "../i18n/use-language.ts";
import { StatusMark } from "../parts/StatusMark.tsx";
import { dueToneOf } from "./due-tone.ts";
import { useTimeTexts } from "./texts.ts";
import { dueWords, momentWords } from "./time-words.ts";
import { useNow } from "./use-now.ts";

/** How a due time stands, in sign, words and colour; with the date and time where there is room. */
export function DueMark({ due, openedAt, exact }: { due: string | null; openedAt: string; exact?: boolean }) {
  const t = useTimeTexts();
  const language = useLanguage();
  const now = useNow();
  const tone = dueToneOf(due, openedAt, now);
  if (due === null || tone === "none")
    return exact === true ? <span className="quiet">{t("noDue")}</span> : null;
  const when = momentWords(due, now, language, t);
  return (
    <span title={t("due", { when })} className="due">
      <StatusMark tone={tone}>{dueWords(due, now, t)}</StatusMark>
      {exact === true && <span className="quiet number">{t("due", { when })}</span>}
    </span>
  );
}
