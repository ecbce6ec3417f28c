import { useQuery } from "@tanstack/react-query";
import { api } from "../session/api.ts";

/** Incidents that nobody has solved yet, newest first as the server lists them. */
export function useOpenIncidents() {
  return useQuery({
    queryKey: ["incidents", "open"],
    queryFn: ({ signal }) => api().incidents.list({ open: true, limit: 200 }, { signal }),
  });
}
