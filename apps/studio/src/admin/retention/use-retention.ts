import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../session/api.ts";

const KEY = ["retention"];
/** Milliseconds between two looks while cases are being removed. */
const WHILE_RUNNING = 1_000;

/** The rules of the workspace with what is due and what was removed; fresh by the second while a removal goes on. */
export function useRetention() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api().retention.read({ signal }),
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ finishedAt }) => finishedAt === null) ? WHILE_RUNNING : false,
  });
}

/** Reads everything of this page again. */
export function useRetentionChanged(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: KEY });
}
