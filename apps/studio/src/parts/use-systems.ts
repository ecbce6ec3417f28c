import type { System } from "@flowright/client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../session/api.ts";
import { useMay } from "../session/session-query.ts";

const NONE: readonly System[] = [];

/** The systems of the workspace, for whoever may know them; else none. */
export function useSystems(): { readonly systems: readonly System[]; readonly isLoading: boolean } {
  const mayKnow = useMay("definition.read");
  const { data = NONE, isLoading } = useQuery({
    queryKey: ["systems"],
    queryFn: ({ signal }) => api().systems.list({ signal }),
    enabled: mayKnow,
    staleTime: 5 * 60_000,
  });
  return { systems: data, isLoading };
}
