import type { DefinitionSummary } from "@flowright/client";
import { type QueryClient, queryOptions, useQueries, useQueryClient } from "@tanstack/react-query";
import { api } from "../../session/api.ts";
import { type FlowNumbers, flowNumbers } from "./flow-numbers.ts";

/** One published version; it never changes. */
export function versionQuery(flow: string, version: number) {
  return queryOptions({
    queryKey: ["definition", flow, "version", version],
    queryFn: ({ signal }) => api().definitions.read(flow, version, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Live numbers of one version. */
export function statsQuery(flow: string, version: number) {
  return queryOptions({
    queryKey: ["flow-numbers", flow, version],
    queryFn: ({ signal }) => api().definitions.stats(flow, version, { signal }),
  });
}

/** The versions of a flow, newest first. */
export function versionsQuery(flow: string) {
  return queryOptions({
    queryKey: ["definition", flow, "versions"],
    queryFn: ({ signal }) => api().definitions.versions(flow, { signal }),
  });
}

/** The numbers of each flow, over all versions that have running cases. */
export function useFlowNumbers(flows: readonly DefinitionSummary[]): {
  readonly flow: DefinitionSummary;
  readonly numbers: FlowNumbers | undefined;
  readonly failed: boolean;
}[] {
  const queries = useQueryClient();
  const answers = useQueries({
    queries: flows.map(({ id, latestVersion }) => ({
      queryKey: ["flow-numbers", id, "all"],
      queryFn: ({ signal }: { signal: AbortSignal }) => readNumbers(queries, id, latestVersion ?? 1, signal),
    })),
  });
  return flows.map((flow, index) => ({
    flow,
    numbers: answers[index]?.data,
    failed: answers[index]?.isError === true,
  }));
}

async function readNumbers(
  queries: QueryClient,
  flow: string,
  latest: number,
  signal: AbortSignal,
): Promise<FlowNumbers> {
  const versions = await queries.fetchQuery({ ...versionsQuery(flow), staleTime: 0 });
  const lively = versions.filter(
    ({ version, runningInstances }) => version === latest || runningInstances > 0,
  );
  const read = await Promise.all(
    lively.map(({ version }) => api().definitions.stats(flow, version, { signal })),
  );
  return flowNumbers(read);
}
