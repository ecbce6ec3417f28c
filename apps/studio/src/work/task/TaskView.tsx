import type { JsonObject, TaskDetail, TaskDraft } from "@flowright/client";
import { Alert, Text } from "@mantine/core";
import { IconArrowBackUp, IconHourglassLow, IconUsers } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useBlockers } from "../../parts/use-blockers.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useSession } from "../../session/session-query.ts";
import { useVerbKeys } from "../keys/use-work-keys.ts";
import { Checklist } from "./Checklist.tsx";
import { ClosedNote } from "./ClosedNote.tsx";
import { useTaskDraft } from "./draft/use-task-draft.ts";
import { StepForm } from "./StepForm.tsx";
import { StepNotes } from "./StepNotes.tsx";
import { TaskHead } from "./TaskHead.tsx";
import { TaskTabs } from "./TaskTabs.tsx";
import { useTaskTexts } from "./texts.ts";
import { useTaskVerbs } from "./verbs/use-task-verbs.ts";
import { VerbBar } from "./verbs/VerbBar.tsx";
import { VerbDialogs } from "./verbs/VerbDialogs.tsx";

interface TaskViewProps {
  readonly task: TaskDetail;
  readonly draft: TaskDraft | null;
  readonly order: readonly string[];
  /** Somebody else closed the task while it was on screen. */
  readonly overtaken: boolean;
  onOpen(id: string | undefined): void;
}

const NO_DATA: JsonObject = {};

/** Everything needed to do a task: goal, form, checklist, verbs; then its case. */
export function TaskView({ task, draft: stored, order, overtaken, onOpen }: TaskViewProps) {
  const t = useTaskTexts();
  const language = useLanguage();
  const person = usePersonName();
  const blockers = useBlockers();
  const { person: me } = useSession();
  const fillable = task.verbs.includes("complete") || task.verbs.includes("approve");
  const draft = useTaskDraft(me.user, task.id, stored, fillable && task.form !== null);
  const verbs = useTaskVerbs({ task, draft, order, onOpen });
  const [uploads, setUploads] = useState(0);
  const onUploading = useCallback((change: 1 | -1) => setUploads((count) => count + change), []);
  const { finish } = draft;
  useEffect(() => {
    if (task.status !== "open" && task.status !== "waiting") finish();
  }, [task.status, finish]);
  useVerbKeys(
    useMemo(() => {
      const keyFor = (verb: "approve" | "reject" | "complete" | "claim") =>
        task.verbs.includes(verb) ? () => verbs.ask(verb) : undefined;
      if (uploads > 0) return {};
      return {
        approve: keyFor("approve"),
        reject: keyFor("reject"),
        complete: keyFor("complete") ?? keyFor("claim"),
      };
    }, [task.verbs, verbs.ask, uploads]),
  );

  return (
    <div className="task">
      <TaskHead task={task} onBack={() => onOpen(undefined)} />
      <div className="task-scroll">
        <div className="task-body">
          {(verbs.conflict || (overtaken && !verbs.acting)) && (
            <Alert variant="default" mb="md" role="alert" icon={<IconUsers size={18} aria-hidden="true" />}>
              <Text fw={600}>{task.closedBy === me.user ? t("takenByMe") : t("taken")}</Text>
              <Text className="quiet">{t("takenFix")}</Text>
            </Alert>
          )}
          {task.status === "waiting" ? (
            <Alert
              variant="default"
              mb="md"
              icon={<IconHourglassLow size={18} aria-hidden="true" />}
              title={t("waits", { blockers: blockers(task.waitsFor) })}
            >
              {t("waitsFix")}
            </Alert>
          ) : (
            task.status !== "open" && <ClosedNote task={task} />
          )}
          {task.returnReason !== null && task.status === "open" && (
            <Alert
              variant="default"
              mb="md"
              icon={<IconArrowBackUp size={18} aria-hidden="true" />}
              title={t("returned")}
            >
              {task.returnReason}
            </Alert>
          )}
          {task.goal !== null && (
            <p className="task-goal">
              <strong>{t("goal")}</strong> {textOf(task.goal, language)}
            </p>
          )}
          {task.documentation !== null && (
            <details className="task-about">
              <summary>{t("about")}</summary>
              <p>{textOf(task.documentation, language)}</p>
            </details>
          )}
          <StepNotes task={task} />
          {!fillable && task.status === "open" && (
            <Text className="quiet" mb="sm">
              {task.verbs.includes("claim") ? t("claimFirst") : t("readOnly")}
            </Text>
          )}
          {task.form !== null && (
            <StepForm
              task={task}
              form={task.form}
              data={fillable ? draft.data : NO_DATA}
              onChange={draft.change}
              problems={verbs.problems}
              readOnly={!fillable}
              onUploading={onUploading}
            />
          )}
          <Checklist
            items={task.checklist}
            checked={draft.checked}
            onChange={draft.tick}
            missing={verbs.missing}
            readOnly={!fillable}
          />
          <TaskTabs task={task} />
        </div>
      </div>
      <VerbBar task={task} verbs={verbs} draftState={draft.state} uploading={uploads > 0} />
      <VerbDialogs
        task={task}
        verbs={verbs}
        initiator={task.startedBy === null ? null : person(task.startedBy)}
      />
    </div>
  );
}
