import type { TaskSummary } from "@flowright/client";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { textOf } from "../../i18n/text-of.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useBlockers } from "../../parts/use-blockers.ts";
import { useTaskName } from "../../parts/use-task-name.ts";
import { DueMark } from "../../time/DueMark.tsx";
import { Moment } from "../../time/Moment.tsx";
import { useWorkTexts } from "../texts.ts";
import type { ListBox } from "./list-box.ts";

interface TaskRowProps {
  readonly task: TaskSummary;
  readonly box: ListBox;
  readonly open: boolean;
}

/** One task in the list: what, for which case, until when. */
export const TaskRow = memo(function TaskRow({ task, box, open }: TaskRowProps) {
  const t = useWorkTexts();
  const language = useLanguage();
  const nameOf = useTaskName();
  const blockers = useBlockers();
  return (
    <Link
      to="/work"
      search={{ ...(box === "mine" ? {} : { box }), task: task.id }}
      className="task-row"
      data-open={open ? true : undefined}
      aria-current={open ? "true" : undefined}
      preload={false}
    >
      <span className="task-row-top">
        <span className="task-row-name cut">{nameOf(task)}</span>
        {task.status === "open" ? (
          <DueMark due={task.due} openedAt={task.openedAt} />
        ) : task.status === "waiting" ? null : (
          <span className="quiet task-row-small">
            <Moment at={task.closedAt ?? task.openedAt} />
          </span>
        )}
      </span>
      <span className="cut">{task.instanceTitle ?? t("noTitle", { number: task.instanceNumber })}</span>
      {task.waitsFor.length > 0 ? (
        // What it waits for matters more than the flow, and a line holds only one of them.
        <span className="task-row-small quiet cut" title={blockers(task.waitsFor)}>
          {t("waitsFor", { blockers: blockers(task.waitsFor) })}
        </span>
      ) : (
        <span className="task-row-small quiet cut">
          <span className="number">{task.instanceNumber}</span> · {textOf(task.definitionName, language)}
          {task.status === "open" && task.assignee === null && ` · ${t("toClaim")}`}
        </span>
      )}
    </Link>
  );
});
