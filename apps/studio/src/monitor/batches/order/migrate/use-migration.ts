import type { BatchChoice } from "@flowright/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../../../session/api.ts";
import { useVersions } from "../use-versions.ts";
import { mappedNodes, sharedMapping } from "./shared-mapping.ts";

/** A migration of many cases while it is prepared: the version, what its steps become, and what was found out. */
export function useMigration(choice: BatchChoice, flow: string) {
  const versions = useQuery({
    queryKey: ["definition", flow, "versions"],
    queryFn: ({ signal }) => api().definitions.versions(flow, { signal }),
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const [mapped, setMapped] = useState<{ readonly [from: string]: string | null }>({});
  const version = chosen ?? versions.data?.[0]?.version ?? null;
  const tried = (nodes: { [from: string]: string }) => ({
    queryKey: ["batches", "check", choice, version, nodes],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api().batches.check(
        { operation: { kind: "migrate", version: version ?? 1, nodes }, ...choice },
        { signal },
      ),
    enabled: version !== null,
  });
  // Where cases stand is known by trying without a mapping; with the mapping it is tried again.
  const first = useQuery({ ...tried({}), placeholderData: keepPreviousData });
  const groups = first.data?.groups;
  const wanted = useMemo(
    () => [...new Set([...(groups ?? []).map((group) => group.version), ...(version ? [version] : [])])],
    [groups, version],
  );
  const definitions = useVersions(flow, wanted);
  const missing = sharedMapping(groups ?? [], definitions, definitions.get(version ?? 0));
  const nodes = mappedNodes(missing, mapped);
  const second = useQuery({
    ...tried(nodes),
    enabled: groups !== undefined && Object.keys(nodes).length > 0,
    placeholderData: keepPreviousData,
  });
  const check = Object.keys(nodes).length > 0 ? second : first;
  return {
    versions,
    version,
    chooseVersion: (next: number) => {
      setChosen(next);
      setMapped({});
    },
    missing,
    nodes,
    mapTo: (from: string, to: string | null) => setMapped((before) => ({ ...before, [from]: to })),
    check,
    definitions,
  };
}
