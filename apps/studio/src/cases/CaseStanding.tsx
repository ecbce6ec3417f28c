import type { Waiting } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Text } from "@mantine/core";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { usePersonName } from "../parts/use-people.ts";
import { useRoleName } from "../parts/use-role-name.ts";
import { DueMark } from "../time/DueMark.tsx";
import { Moment } from "../time/Moment.tsx";
import "./case.css";
import { useCaseTexts } from "./texts.ts";

interface CaseStandingProps {
  readonly waiting: readonly Waiting[];
  readonly definition?: WorkflowDefinition | undefined;
}

const WHAT = {
  job: "waitsJob",
  timer: "waitsTimer",
  message: "waitsMessage",
  signal: "waitsSignal",
  call: "waitsCall",
  incident: "waitsIncident",
} as const;

/** Where a case stands and with whom. */
export function CaseStanding({ waiting, definition }: CaseStandingProps) {
  const t = useCaseTexts();
  const language = useLanguage();
  const person = usePersonName();
  const role = useRoleName(definition);
  if (waiting.length === 0) return <Text className="quiet">{t("standingNothing")}</Text>;
  return (
    <ul className="standing">
      {waiting.map((wait) => {
        const names = [...wait.people.map(person), ...(wait.people.length > 0 ? [] : wait.roles.map(role))];
        const whom = wait.kind === "task" ? names.join(language === "en" ? ", " : "、") : t(WHAT[wait.kind]);
        return (
          <li key={`${wait.node} ${wait.kind} ${wait.since}`}>
            <span>
              <strong>{textOf(wait.nodeName, language) || wait.node}</strong>
              {whom !== "" && ` · ${whom}`}
            </span>
            <span className="standing-when quiet">
              <span>
                {t("since")} <Moment at={wait.since} />
              </span>
              <DueMark due={wait.due} openedAt={wait.since} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
