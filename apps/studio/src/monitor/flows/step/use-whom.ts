import type { Waiting } from "@flowright/client";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePersonName } from "../../../parts/use-people.ts";
import { useWorkspaceRoleName } from "../../../parts/use-roles.ts";
import { useFlowsTexts } from "../texts.ts";

const WHAT = {
  job: "waitsSystem",
  timer: "waitsTimer",
  message: "waitsMessage",
  signal: "waitsSignal",
  call: "waitsCall",
  incident: "waitsIncident",
} as const;

/** For whom or what a case waits, in words: people by name, else their roles. */
export function useWhom(): (wait: Waiting) => string {
  const t = useFlowsTexts();
  const language = useLanguage();
  const person = usePersonName();
  const role = useWorkspaceRoleName();
  return (wait) => {
    if (wait.kind !== "task") return t(WHAT[wait.kind]);
    const names = wait.people.length > 0 ? wait.people.map(person) : wait.roles.map(role);
    return names.join(language === "en" ? ", " : "、");
  };
}
