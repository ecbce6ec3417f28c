import { Button } from "@mantine/core";
import { IconKeyboard, IconPointer } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Nothing } from "../parts/Nothing.tsx";
import { useMay } from "../session/session-query.ts";
import { NoPermission } from "../shell/NoPermission.tsx";
import { useWhereIAm } from "../shell/where-i-am.ts";
import { BoxNav } from "./inbox/BoxNav.tsx";
import { OfferedWork } from "./inbox/OfferedWork.tsx";
import { TaskList } from "./inbox/TaskList.tsx";
import { useTaskList } from "./inbox/use-task-list.ts";
import { KeySheet } from "./keys/KeySheet.tsx";
import { useWorkKeys } from "./keys/use-work-keys.ts";
import { StartPage } from "./start/StartPage.tsx";
import { useWorkTexts } from "./texts.ts";

/** Forms come with it, so the list is there first. */
const TaskPane = lazy(async () => ({ default: (await import("./task/TaskPane.tsx")).TaskPane }));

const route = getRouteApi("/places/work");

/** The inbox: boxes, list, task. On a phone one at a time. */
export function WorkPage() {
  const mayWork = useMay("task.work");
  const mayStart = useMay("instance.start");
  if (mayWork) return <Inbox />;
  return mayStart ? <StartPage /> : <NoPermission />;
}

function Inbox() {
  const t = useWorkTexts();
  const { box = "mine", task } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useTaskList(box);
  const [sheet, setSheet] = useState(false);
  useWhereIAm(t("inbox"));

  const open = (id: string | undefined) =>
    void navigate({
      search: { ...(box === "mine" ? {} : { box }), ...(id === undefined ? {} : { task: id }) },
    });
  useWorkKeys({ order: list.order, openTask: task, open, showSheet: () => setSheet(true) });

  return (
    <div className="work" data-task={task === undefined ? undefined : true}>
      <BoxNav />
      <div className="work-list">
        {box === "mine" && <OfferedWork />}
        <TaskList box={box} openTask={task} list={list} />
      </div>
      <div className="work-detail">
        {task === undefined ? (
          <Nothing
            icon={<IconPointer size={28} />}
            title={t("choose")}
            action={
              <Button
                variant="default"
                leftSection={<IconKeyboard size={16} aria-hidden="true" />}
                onClick={() => setSheet(true)}
              >
                {t("keys")}
              </Button>
            }
          >
            {t("chooseFix")}
          </Nothing>
        ) : (
          <Suspense fallback={<div aria-busy="true" />}>
            <TaskPane key={task} id={task} order={list.order} onOpen={open} />
          </Suspense>
        )}
      </div>
      <KeySheet opened={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}
