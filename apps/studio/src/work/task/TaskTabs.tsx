import type { TaskDetail } from "@flowright/client";
import { Tabs } from "@mantine/core";
import { useMemo } from "react";
import { CaseData } from "../../cases/CaseData.tsx";
import { FlowPicture } from "../../cases/flow/FlowPicture.tsx";
import { overlaysOf } from "../../cases/flow/way-taken.ts";
import { Timeline } from "../../cases/history/Timeline.tsx";
import { Comments } from "../../cases/talk/Comments.tsx";
import { Files } from "../../cases/talk/Files.tsx";
import { useCaseTexts } from "../../cases/texts.ts";

/** What is known of the task's case: talk, files, the flow with "you are here", history, data. */
export function TaskTabs({ task }: { task: TaskDetail }) {
  const t = useCaseTexts();
  const overlays = useMemo(
    () => overlaysOf({ done: task.doneNodes, active: task.activeNodes, now: 0 }),
    [task.doneNodes, task.activeNodes],
  );
  return (
    <Tabs defaultValue="comments" keepMounted={false} className="task-tabs">
      <Tabs.List>
        <Tabs.Tab value="comments">
          {t("comments")} <span className="number">{task.comments.length}</span>
        </Tabs.Tab>
        <Tabs.Tab value="files">
          {t("files")} <span className="number">{task.files.length}</span>
        </Tabs.Tab>
        <Tabs.Tab value="flow">{t("flow")}</Tabs.Tab>
        <Tabs.Tab value="history">{t("history")}</Tabs.Tab>
        <Tabs.Tab value="data">{t("data")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="comments" pt="md">
        <Comments
          caseId={task.instanceId}
          taskId={task.id}
          comments={task.comments}
          mayWrite={task.verbs.includes("comment")}
        />
      </Tabs.Panel>
      <Tabs.Panel value="files" pt="md">
        <Files caseId={task.instanceId} files={task.files} mayAdd={task.status === "open"} />
      </Tabs.Panel>
      <Tabs.Panel value="flow" pt="md">
        <p className="quiet task-tab-lead">{t("flowLead")}</p>
        <FlowPicture definition={task.definition} overlays={overlays} />
      </Tabs.Panel>
      <Tabs.Panel value="history" pt="md">
        <Timeline caseId={task.instanceId} definition={task.definition} comments={task.comments} />
      </Tabs.Panel>
      <Tabs.Panel value="data" pt="md">
        <CaseData schema={task.schema} variables={task.variables} files={task.files} />
      </Tabs.Panel>
    </Tabs>
  );
}
