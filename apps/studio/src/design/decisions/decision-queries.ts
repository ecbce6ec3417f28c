import { queryOptions } from "@tanstack/react-query";
import { api } from "../../session/api.ts";

/** The decision tables of the workspace. */
export const decisionsQuery = queryOptions({
  queryKey: ["decisions"],
  queryFn: ({ signal }) => api().decisions.list({ signal }),
  refetchOnMount: "always",
});

/** One version of a table; it never changes. */
export function decisionVersionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["decision", id, "version", version],
    queryFn: ({ signal }) => api().decisions.read(id, version, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function decisionVersionsQuery(id: string) {
  return queryOptions({
    queryKey: ["decision", id, "versions"],
    queryFn: ({ signal }) => api().decisions.versions(id, { signal }),
  });
}

/** Steps that ask a table. */
export function decisionUsesQuery(id: string) {
  return queryOptions({
    queryKey: ["decision", id, "uses"],
    queryFn: ({ signal }) => api().decisions.uses(id, { signal }),
  });
}
