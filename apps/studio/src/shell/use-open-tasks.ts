import { useQuery } from "@tanstack/react-query";
import { api } from "../session/api.ts";
import { useMay } from "../session/session-query.ts";

/** Tasks per group of the inbox; the live feed keeps them fresh. */
export function useTaskCounts() {
  const may = useMay("task.work");
  return useQuery({ queryKey: ["tasks", "counts"], queryFn: () => api().tasks.counts(), enabled: may });
}

/** How many tasks wait for me. */
export function useOpenTasks(): number {
  const { data } = useTaskCounts();
  return data === undefined ? 0 : data.overdue + data.today + data.later;
}
