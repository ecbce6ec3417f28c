import { Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { taskToastId } from "../../live/task-toast.ts";
import { LoadFailure } from "../../parts/LoadFailure.tsx";
import { api } from "../../session/api.ts";
import { TaskView } from "./TaskView.tsx";
import "./task.css";

interface TaskPaneProps {
  readonly id: string;
  readonly order: readonly string[];
  onOpen(id: string | undefined): void;
}

/** The open task: read with its draft, then shown. */
export function TaskPane({ id, order, onOpen }: TaskPaneProps) {
  const task = useQuery({
    queryKey: ["task", id],
    queryFn: ({ signal }) => api().tasks.read(id, { signal }),
  });
  const writes = task.data?.verbs.some((verb) => verb === "complete" || verb === "approve") === true;
  const draft = useQuery({
    queryKey: ["task", id, "draft"],
    queryFn: ({ signal }) => api().tasks.readDraft(id, { signal }),
    enabled: writes,
    // The form keeps what is typed; a draft that comes later must not replace it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
  });
  useEffect(() => {
    notifications.hide(taskToastId(id));
  }, [id]);

  if (task.data === undefined) {
    if (task.isError) return <LoadFailure error={task.error} onRetry={() => void task.refetch()} />;
    return <TaskSkeleton />;
  }
  if (writes && draft.isPending && draft.fetchStatus !== "idle") return <TaskSkeleton />;
  return (
    <TaskView
      key={writes ? "mine" : "read"}
      task={task.data}
      draft={draft.data ?? null}
      order={order}
      onOpen={onOpen}
    />
  );
}

function TaskSkeleton() {
  return (
    <div className="task-scroll" aria-busy="true">
      <div className="task-body">
        <Skeleton h={14} w={220} mb={12} />
        <Skeleton h={26} w={320} mb={16} />
        <Skeleton h={64} mb={16} />
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} h={40} mb={12} />
        ))}
      </div>
    </div>
  );
}
