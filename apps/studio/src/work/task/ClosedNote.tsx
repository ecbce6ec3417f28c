import type { TaskDetail } from "@flowright/client";
import { Text } from "@mantine/core";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusMark } from "../../parts/StatusMark.tsx";
import { usePersonName } from "../../parts/use-people.ts";
import { useTimeTexts } from "../../time/texts.ts";
import { momentWords } from "../../time/time-words.ts";
import { useNow } from "../../time/use-now.ts";
import { useTaskTexts } from "./texts.ts";

/** A task that is not open any more: who closed it, when, and how. */
export function ClosedNote({ task }: { task: TaskDetail }) {
  const t = useTaskTexts();
  const time = useTimeTexts();
  const language = useLanguage();
  const person = usePersonName();
  const now = useNow();
  const outcome =
    task.outcome === "approved"
      ? t("outcomeApproved")
      : task.outcome === "rejected"
        ? t("outcomeRejected")
        : null;
  return (
    <div className="task-closed" role="status">
      <Text>
        {task.closedBy !== null && task.closedAt !== null
          ? t("closedBy", {
              who: person(task.closedBy),
              when: momentWords(task.closedAt, now, language, time),
            })
          : t("closed")}
      </Text>
      {outcome !== null && (
        <StatusMark tone={task.outcome === "approved" ? "done" : "risk"}>{outcome}</StatusMark>
      )}
    </div>
  );
}
