import type { Incident } from "@flowright/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLive } from "../../live/use-live.ts";
import { api } from "../../session/api.ts";
import { caseQuery } from "../use-case.ts";
import { retryOutcome } from "./retry-outcome.ts";

/** Tries the step of an incident again and follows the case until it is known how that went. */
export function useRetry(first: Incident, onNext?: (id: string) => void) {
  const queries = useQueryClient();
  // A try that fails raises an incident of its own, which is then the one to try.
  const [incident, setIncident] = useState(first);
  const [tried, setTried] = useState<string | null>(null);
  const following = tried === incident.id;
  const { instanceId } = incident;
  const refreshCase = () => void queries.invalidateQueries({ queryKey: ["case", instanceId] });
  const resolve = useMutation({
    mutationFn: () => api().incidents.resolve(incident.id),
    onSuccess: () => setTried(incident.id),
    onSettled: refreshCase,
  });
  const { data: instance } = useQuery({
    ...caseQuery(instanceId),
    enabled: following,
    refetchInterval: ({ state: { data } }) =>
      following && retryOutcome(incident, data).kind === "trying" ? 1_000 : false,
  });
  useLive(following ? `instance:${instanceId}` : null, refreshCase);
  const outcome = following ? retryOutcome(incident, instance) : null;
  const settled = outcome !== null && outcome.kind !== "trying";
  const next = outcome?.kind === "again" ? outcome.incident : null;
  const tellNext = useRef(onNext);
  useEffect(() => {
    tellNext.current = onNext;
  });
  useEffect(() => {
    if (!settled) return;
    for (const queryKey of [["cases"], ["incidents"], ["flow-numbers"]]) {
      void queries.invalidateQueries({ queryKey });
    }
    if (next === null) return;
    setIncident(next);
    tellNext.current?.(next.id);
  }, [settled, next, queries]);
  return {
    incident,
    trying: resolve.isPending || outcome?.kind === "trying",
    solved: outcome?.kind === "solved",
    /** The last try raised the incident that is shown now. */
    failedAgain: incident.id !== first.id && !following && !resolve.isPending,
    paused: outcome?.kind === "trying" && instance?.status === "suspended",
    error: resolve.error,
    retry: () => resolve.mutate(),
  };
}
