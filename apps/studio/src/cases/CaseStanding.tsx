import type { CalledCase, Waiting } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
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
  /** Called cases that the reader may open. */
  readonly calls?: readonly CalledCase[];
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
export function CaseStanding({ waiting, definition, calls = [] }: CaseStandingProps) {
  const t = useCaseTexts();
  const language = useLanguage();
  const person = usePersonName();
  const role = useRoleName(definition);
  if (waiting.length === 0) return <Text className="quiet">{t("standingNothing")}</Text>;
  return (
    <ul className="standing">
      {waiting.map((wait) => {
        const names = [...wait.people.map(person), ...(wait.people.length > 0 ? [] : wait.roles.map(role))];
        const called = calls.find(({ instanceId }) => instanceId === wait.calledCase);
        const whom = wait.kind === "task" ? names.join(language === "en" ? ", " : "、") : t(WHAT[wait.kind]);
        return (
          <li key={`${wait.node} ${wait.kind} ${wait.since}`}>
            <span>
              <strong>{textOf(wait.nodeName, language) || wait.node}</strong>
              {whom !== "" && ` · ${whom}`}
              {called !== undefined && (
                <>
                  {" · "}
                  <Link to="/cases/$caseId" params={{ caseId: called.instanceId }} className="number">
                    {called.number}
                  </Link>
                </>
              )}
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
