import type { TaskSummary } from "@flowright/client";
import { useCallback } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { usePartTexts } from "./texts.ts";

/** A task's name; one that came back to the initiator carries the name of the step that sent it, and says so. */
export function useTaskName(): (task: Pick<TaskSummary, "name" | "type">) => string {
  const t = usePartTexts();
  const language = useLanguage();
  return useCallback(
    ({ name, type }) => {
      const step = textOf(name, language);
      return type === "revision" ? t("revise", { step }) : step;
    },
    [t, language],
  );
}
