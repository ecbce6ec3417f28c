import type { Blocker } from "@flowright/client";
import { useCallback } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { usePersonName } from "./use-people.ts";
import { useWorkspaceRoleName } from "./use-roles.ts";

/** What a step of a plan waits for, in words: “Photography (Chen), Copy”. */
export function useBlockers(): (blockers: readonly Blocker[]) => string {
  const language = useLanguage();
  const person = usePersonName();
  const role = useWorkspaceRoleName();
  return useCallback(
    (blockers) => {
      const [open, close, between] = language === "en" ? [" (", ")", ", "] : ["（", "）", "、"];
      return blockers
        .map(({ name, people, roles }) => {
          const who = people.length > 0 ? people.map(person) : roles.map(role);
          const step = textOf(name, language);
          return who.length === 0 ? step : `${step}${open}${who.join(between)}${close}`;
        })
        .join(between);
    },
    [language, person, role],
  );
}
