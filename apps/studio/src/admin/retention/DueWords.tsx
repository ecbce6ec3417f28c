import type { RetentionDue } from "@flowright/client";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRetentionTexts } from "./texts.ts";

/** How many finished cases a rule would remove now, and when the first and the last of them ended. */
export function DueWords({ due }: { due: RetentionDue }) {
  const t = useRetentionTexts();
  const language = useLanguage();
  if (due.oldest === null || due.newest === null) return t("dueNone");
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const [from, to] = [date.format(new Date(due.oldest)), date.format(new Date(due.newest))];
  return from === to ? t("dueOneDay", { count: due.cases, from }) : t("due", { count: due.cases, from, to });
}
