import type { TaskDetail } from "@flowright/client";
import { ActionIcon } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { usePersonName } from "../../parts/use-people.ts";
import { useRoleName } from "../../parts/use-role-name.ts";
import { useTaskName } from "../../parts/use-task-name.ts";
import { DueMark } from "../../time/DueMark.tsx";
import { useWorkTexts } from "../texts.ts";
import { useTaskTexts } from "./texts.ts";

/** Which step of which case, with whom, until when. */
export function TaskHead({ task, onBack }: { task: TaskDetail; onBack: () => void }) {
  const t = useTaskTexts();
  const work = useWorkTexts();
  const language = useLanguage();
  const nameOf = useTaskName();
  const person = usePersonName();
  const role = useRoleName(task.definition);
  const candidates = [...task.candidateRoles.map(role), ...task.candidatePeople.map(person)];
  const whom = task.assignee
    ? t("assignedTo", { who: person(task.assignee) })
    : candidates.length > 0
      ? t("openTo", { who: candidates.join(language === "en" ? ", " : "、") })
      : t("openToAnyone");
  return (
    <header className="task-head">
      <ActionIcon className="task-back" aria-label={work("back")} onClick={onBack} size="xl">
        <IconArrowLeft size={20} />
      </ActionIcon>
      <div className="task-head-text">
        <p className="task-head-case quiet cut">
          <Link
            to="/cases/$caseId"
            params={{ caseId: task.instanceId }}
            title={t("toCase")}
            className="number"
          >
            {task.instanceNumber}
          </Link>
          {" · "}
          {textOf(task.definitionName, language)}
          {task.instanceTitle !== null && ` · ${task.instanceTitle}`}
        </p>
        <h1>{nameOf(task)}</h1>
        <p className="task-head-about">
          <span className="quiet">{whom}</span>
          {task.status === "open" && <DueMark due={task.due} openedAt={task.openedAt} exact />}
        </p>
      </div>
    </header>
  );
}
