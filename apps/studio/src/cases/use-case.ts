import type { EventTurn } from "@flowright/client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLive } from "../live/use-live.ts";
import { api } from "../session/api.ts";

const PAGE = 200;
const MOST_PAGES = 10;

/** One case with everything about it. */
export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) => api().instances.read(id, { signal }),
  });
}

/** The case, kept fresh by the live feed. */
export function useCase(id: string) {
  const queries = useQueryClient();
  useLive(`instance:${id}`, () => void queries.invalidateQueries({ queryKey: ["case", id] }));
  return useQuery(caseQuery(id));
}

/** Everything that happened in a case, oldest first. */
export function useCaseEvents(id: string) {
  return useQuery({
    queryKey: ["case", id, "events"],
    queryFn: async ({ signal }) => {
      const turns: EventTurn[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await readPage(id, cursor, signal);
        turns.push(...answer.items);
        cursor = answer.next;
        if (cursor === null) break;
      }
      return { turns: turns.toSorted((a, b) => a.seq - b.seq), more: cursor !== null };
    },
  });
}

function readPage(id: string, cursor: string | null, signal: AbortSignal) {
  return api().instances.events(id, { limit: PAGE, ...(cursor === null ? {} : { cursor }) }, { signal });
}
