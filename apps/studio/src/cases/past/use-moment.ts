import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../session/api.ts";

/** The case as it was after its turn `seq`; nothing is asked for null, which is now. What was does not change. */
export function useMoment(id: string, seq: number | null) {
  return useQuery({
    queryKey: ["case-moment", id, seq],
    queryFn: ({ signal }) => api().instances.at(id, seq ?? 1, { signal }),
    enabled: seq !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
