import type { CaseMoment, EventTurn, Instance } from "@flowright/client";
import { findNode } from "@flowright/definition";
import { Tabs } from "@mantine/core";
import { useMemo, useState } from "react";
import { textOf } from "../i18n/text-of.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { InstanceStatusMark } from "../parts/InstanceStatusMark.tsx";
import { LoadFailure } from "../parts/LoadFailure.tsx";
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
import { turnsUntil } from "./past/moment-steps.ts";
import { PastSlider } from "./past/PastSlider.tsx";
import { usePastTexts } from "./past/texts.ts";
import { useMoment } from "./past/use-moment.ts";
import { Comments } from "./talk/Comments.tsx";
import { Files } from "./talk/Files.tsx";
import { useCaseTexts } from "./texts.ts";
import { useCaseEvents } from "./use-case.ts";

const NO_TURNS: readonly EventTurn[] = [];

/** One case: incidents first, then where it stands on its flow, its history, data and talk. */
export function CaseView({ instance }: { instance: Instance }) {
  const t = useCaseTexts();
  const past = usePastTexts();
  const [seq, setSeq] = useState<number | null>(null);
  const then = useMoment(instance.id, seq);
  const moment = seq === null ? undefined : then.data;
  const running = instance.status === "active" || instance.status === "suspended";
  return (
    <div className="page">
      <CaseHead instance={instance} />
      <IncidentCards incidents={instance.incidents} skipIn={instance} />
      <CasePicture instance={instance} seq={seq} moment={moment} onMoment={setSeq} />
      {seq !== null && then.isError && <LoadFailure error={then.error} onRetry={() => void then.refetch()} />}
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
          {running && seq === null && (
            <section className="card case-card">
              <h2>{t("standing")}</h2>
              <CaseStanding
                waiting={instance.waiting}
                definition={instance.definition}
                calls={instance.calls}
              />
            </section>
          )}
          {running && seq === null && <OfferedSteps instance={instance} />}
          <CasesAround instance={instance} />
          <section className="card case-card">
            <h2>{moment === undefined ? t("data") : past("dataThen")}</h2>
            <CaseData
              schema={(moment?.definition ?? instance.definition).variables}
              variables={moment?.variables ?? instance.variables}
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

interface CasePictureProps {
  readonly instance: Instance;
  /** The moment that is looked at; null is now. */
  readonly seq: number | null;
  readonly moment: CaseMoment | undefined;
  onMoment(seq: number | null): void;
}

/** The case on its flow, now or as it was, and the slider that chooses. */
function CasePicture({ instance, seq, moment, onMoment }: CasePictureProps) {
  const language = useLanguage();
  const time = useTimeTexts();
  const person = usePersonName();
  const now = useNow();
  const events = useCaseEvents(instance.id);
  const turns = events.data?.turns ?? NO_TURNS;
  const definition = moment?.definition ?? instance.definition;
  const way = useMemo(() => wayTaken(turnsUntil(turns, seq)), [turns, seq]);
  const overlays = useMemo(
    () =>
      overlaysOf({
        done: way.done,
        active: moment?.activeNodes ?? instance.activeNodes,
        // What is late or broken is so now; of then, the steps with an incident are known.
        tasks: moment === undefined ? instance.tasks : [],
        incidents:
          moment === undefined
            ? instance.incidents
            : moment.incidents.map((node) => ({ node, resolvedAt: null })),
        note: (node) => {
          const finished = way.finished.get(node);
          const kind = findNode(definition, node)?.node.kind;
          // Under an event stands its name.
          if (kind !== "userTask" && kind !== "approval") return undefined;
          if (finished === undefined || finished.by === null) return undefined;
          return `${person(finished.by)} · ${momentWords(finished.at, now, language, time)}`;
        },
        now,
      }),
    [way, instance, moment, definition, person, now, language, time],
  );
  return (
    <>
      <FlowPicture definition={definition} overlays={overlays} takenEdges={way.edges} />
      <PastSlider instance={instance} turns={turns} seq={seq} moment={moment} onChange={onMoment} />
    </>
  );
}
