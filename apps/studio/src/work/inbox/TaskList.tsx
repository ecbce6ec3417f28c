import { Button, Skeleton } from "@mantine/core";
import { IconCircleCheck, IconHandGrab, IconHourglassLow, IconMoodSmile } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { useMay } from "../../session/session-query.ts";
import { useWorkTexts } from "../texts.ts";
import type { InboxLine } from "./group-tasks.ts";
import type { ListBox } from "./list-box.ts";
import { TaskRow } from "./TaskRow.tsx";
import type { useTaskList } from "./use-task-list.ts";

const HEADING = 36;
const ROW = 84;
const LOOKAHEAD = 20;

interface TaskListProps {
  readonly box: ListBox;
  readonly openTask: string | undefined;
  readonly list: ReturnType<typeof useTaskList>;
}

/** The list of a box; only what is on screen is drawn, so ten thousand tasks scroll like ten. */
export function TaskList({ box, openTask, list }: TaskListProps) {
  const { query, lines } = list;
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && lines.length === 0) {
    return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (lines.length === 0) return <EmptyBox box={box} />;
  return <Lines box={box} openTask={openTask} list={list} />;
}

function Lines({ box, openTask, list: { query, lines } }: TaskListProps) {
  const t = useWorkTexts();
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "group" ? HEADING : ROW),
    getItemKey: (index) => keyOf(lines[index], index),
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > lines.length - LOOKAHEAD) void fetchNextPage();
  }, [last, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const openIndex = lines.findIndex((line) => line.kind === "task" && line.task.id === openTask);
  useEffect(() => {
    if (openIndex >= 0) rows.scrollToIndex(openIndex, { align: "auto" });
  }, [openIndex, rows]);

  return (
    <section className="task-list" aria-label={t("list")} ref={scroller}>
      <div className="task-list-all" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <div
              key={item.key}
              className="task-list-line"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {line.kind === "group" ? (
                <h2 className="task-group" data-group={line.group}>
                  {t(line.group)} <span className="number">{line.count}</span>
                </h2>
              ) : (
                <TaskRow task={line.task} box={box} open={line.task.id === openTask} />
              )}
            </div>
          );
        })}
      </div>
      {isFetchingNextPage && <p className="quiet task-list-more">{t("more")}</p>}
    </section>
  );
}

function keyOf(line: InboxLine | undefined, index: number): string | number {
  if (line === undefined) return index;
  return line.kind === "group" ? line.group : line.task.id;
}

function EmptyBox({ box }: { box: ListBox }) {
  const t = useWorkTexts();
  const mayStart = useMay("instance.start");
  if (box === "available") {
    return (
      <Nothing icon={<IconHandGrab size={28} />} title={t("emptyAvailable")}>
        {t("emptyAvailableFix")}
      </Nothing>
    );
  }
  if (box === "upcoming") {
    return (
      <Nothing icon={<IconHourglassLow size={28} />} title={t("emptyUpcoming")}>
        {t("emptyUpcomingFix")}
      </Nothing>
    );
  }
  if (box === "done") {
    return (
      <Nothing icon={<IconCircleCheck size={28} />} title={t("emptyDone")}>
        {t("emptyDoneFix")}
      </Nothing>
    );
  }
  return (
    <Nothing
      icon={<IconMoodSmile size={28} />}
      title={t("emptyMine")}
      action={
        mayStart && (
          <Button variant="default" renderRoot={(props) => <Link to="/start" {...props} />}>
            {t("startNew")}
          </Button>
        )
      }
    >
      {t("emptyMineFix")}
    </Nothing>
  );
}

function ListSkeleton() {
  return (
    <div className="task-list" aria-busy="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="task-row">
          <Skeleton h={14} w="60%" my={4} />
          <Skeleton h={14} w="85%" my={4} />
          <Skeleton h={12} w="45%" my={4} />
        </div>
      ))}
    </div>
  );
}
