import type { WorkflowDefinition } from "@flowright/definition";
import { useQueries } from "@tanstack/react-query";
import { api } from "../../../session/api.ts";

/** Versions of a flow by their number, as far as they are there and can be read. */
export function useVersions(
  flow: string,
  wanted: readonly number[],
): ReadonlyMap<number, WorkflowDefinition> {
  return useQueries({
    queries: wanted.map((one) => ({
      queryKey: ["definition", flow, "version", one],
      queryFn: ({ signal }: { signal: AbortSignal }) => api().definitions.read(flow, one, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
    combine: (all) =>
      new Map(
        all.flatMap(({ data }, at): [number, WorkflowDefinition][] =>
          data === undefined ? [] : [[wanted[at] ?? 0, data.definition]],
        ),
      ),
  });
}
