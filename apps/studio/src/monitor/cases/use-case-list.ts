import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { type CaseSearch, caseQueryOf } from "./case-search.ts";

/** The cases that these filters let through, page by page, newest first. */
export function useCaseList(search: CaseSearch) {
  const query = caseQueryOf(search);
  return useInfiniteQuery({
    queryKey: ["cases", "list", query],
    queryFn: ({ pageParam, signal }) =>
      api().instances.list(
        { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
