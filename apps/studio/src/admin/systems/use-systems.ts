import { useQuery } from "@tanstack/react-query";
import { api } from "../../session/api.ts";

/** The systems that flows may call; their secrets never come along. */
export function useSystems() {
  return useQuery({ queryKey: ["systems"], queryFn: ({ signal }) => api().systems.list({ signal }) });
}
