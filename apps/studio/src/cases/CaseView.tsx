import type { Instance } from "@flowright/client";
import { findNode } from "@flowright/definition";
import { Tabs } from "@mantine/core";
import { useMemo } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { InstanceStatusMark } from "../parts/InstanceStatusMark.tsx";
import { usePersonName } from "../parts/use-people.ts";
import { Moment } from "../time/Moment.tsx";
import { useTimeTexts } from "../time/texts.ts";
import { momentWords } from "../time/time-words.ts";
import { useNow } from "../time/use-now.ts";
import { CaseActions } from "./CaseActions.tsx";
import { CaseData } from "./CaseData.tsx";
import { CaseStanding } from "./CaseStanding.tsx";
import { CasesAround } from "./CasesAround.tsx";
import "./case.css";
import { FlowPicture } from "./flow/FlowPicture.tsx";
import { overlaysOf, wayTaken } from "./flow/way-taken.ts";
import { Timeline } from "./history/Timeline.tsx";
import { IncidentCards } from "./incident/IncidentCards.tsx";
import { OfferedSteps } from "./offered/OfferedSteps.tsx";
import { Comments } from "./talk/Comments.tsx";
import { Files } from "./talk/Files.tsx";
import { useCaseTexts } from "./texts.ts";
import { useCaseEvents } from "./use-case.ts";

/** One case: incidents first, then where it stands on its flow, its history, data and talk. */
export function CaseView({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  const running = instance.status === "active" || instance.status === "suspended";
  return (
    <div className="page">
      <CaseHead instance={instance} />
      <IncidentCards incidents={instance.incidents} skipIn={instance} />
      <CasePicture instance={instance} />
      <div className="case-columns">
        <section className="card case-card">
          <Tabs defaultValue="history" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="history">{t("history")}</Tabs.Tab>
              <Tabs.Tab value="comments">
                {t("comments")} <span className="number">{instance.comments.length}</span>
              </Tabs.Tab>
              <Tabs.Tab value="files">
                {t("files")} <span className="number">{instance.files.length}</span>
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="history" pt="md">
              <Timeline caseId={instance.id} definition={instance.definition} comments={instance.comments} />
            </Tabs.Panel>
            <Tabs.Panel value="comments" pt="md">
              <Comments caseId={instance.id} comments={instance.comments} mayWrite />
            </Tabs.Panel>
            <Tabs.Panel value="files" pt="md">
              <Files caseId={instance.id} files={instance.files} mayAdd={running} />
            </Tabs.Panel>
          </Tabs>
        </section>
        <div className="case-aside">
          {running && (
            <section className="card case-card">
              <h2>{t("standing")}</h2>
              <CaseStanding
                waiting={instance.waiting}
                definition={instance.definition}
                calls={instance.calls}
              />
            </section>
          )}
          {running && <OfferedSteps instance={instance} />}
          <CasesAround instance={instance} />
          <section className="card case-card">
            <h2>{t("data")}</h2>
            <CaseData
              schema={instance.definition.variables}
              variables={instance.variables}
              files={instance.files}
            />
          </section>
        </div>
      </div>
    </div>
  );
}

function CaseHead({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  const language = useLanguage();
  const person = usePersonName();
  return (
    <div className="page-head">
      <div>
        <h1>{instance.title ?? t("untitled", { number: instance.number })}</h1>
        <p className="case-about">
          <InstanceStatusMark status={instance.status} incidents={instance.openIncidents} />
          <span className="number">{instance.number}</span>
          {instance.businessKey !== null && <span className="number">{instance.businessKey}</span>}
          <span>
            {t("flowVersion", { flow: textOf(instance.definitionName, language), version: instance.version })}
          </span>
          <span>
            {instance.startedBy === null
              ? t("startedItself")
              : t("startedBy", { who: person(instance.startedBy) })}
            {" · "}
            <Moment at={instance.startedAt} />
          </span>
        </p>
      </div>
      <CaseActions instance={instance} />
    </div>
  );
}

function CasePicture({ instance }: { instance: Instance }) {
  const language = useLanguage();
  const time = useTimeTexts();
  const person = usePersonName();
  const now = useNow();
  const events = useCaseEvents(instance.id);
  const way = useMemo(() => wayTaken(events.data?.turns ?? []), [events.data]);
  const overlays = useMemo(
    () =>
      overlaysOf({
        done: way.done,
        active: instance.activeNodes,
        tasks: instance.tasks,
        incidents: instance.incidents,
        note: (node) => {
          const finished = way.finished.get(node);
          const kind = findNode(instance.definition, node)?.node.kind;
          // Under an event stands its name.
          if (kind !== "userTask" && kind !== "approval") return undefined;
          if (finished === undefined || finished.by === null) return undefined;
          return `${person(finished.by)} · ${momentWords(finished.at, now, language, time)}`;
        },
        now,
      }),
    [way, instance, person, now, language, time],
  );
  return <FlowPicture definition={instance.definition} overlays={overlays} takenEdges={way.edges} />;
}
