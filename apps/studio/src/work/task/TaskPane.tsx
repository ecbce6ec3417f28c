import { Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
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
  const status = task.data?.status;
  const [seenOpen, setSeenOpen] = useState(false);
  if (status === "open" && !seenOpen) setSeenOpen(true);
  const overtaken = seenOpen && status !== undefined && status !== "open";
  // Once the task was mine to fill in, the form keeps what was typed, whatever happens to the task.
  const [wasMine, setWasMine] = useState(false);
  if (writes && !wasMine) setWasMine(true);

  if (task.data === undefined) {
    if (task.isError) return <LoadFailure error={task.error} onRetry={() => void task.refetch()} />;
    return <TaskSkeleton />;
  }
  if (writes && draft.isPending && draft.fetchStatus !== "idle") return <TaskSkeleton />;
  return (
    <TaskView
      key={writes || wasMine ? "mine" : "read"}
      task={task.data}
      draft={draft.data ?? null}
      order={order}
      overtaken={overtaken}
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
