import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../session/api.ts";
import { useNow } from "../../time/use-now.ts";
import { inboxLines } from "./group-tasks.ts";
import type { ListBox } from "./list-box.ts";

const PAGE = 200;

/** A box of the inbox, page by page, in groups. */
export function useTaskList(box: ListBox) {
  const now = useNow();
  const query = useInfiniteQuery({
    queryKey: ["tasks", "box", box],
    queryFn: ({ pageParam, signal }) =>
      api().tasks.list(
        { box, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const tasks = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const lines = useMemo(() => inboxLines(tasks, now), [tasks, now]);
  const order = useMemo(() => lines.flatMap((line) => (line.kind === "task" ? [line.task.id] : [])), [lines]);
  return { query, lines, order };
}
