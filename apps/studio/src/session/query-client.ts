import { ApiError } from "@flowright/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { noteAnswered } from "../live/live-connection.ts";

/** Reads again after a loss of connection, never after a refusal; tells where the session is over. */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ApiError)) return;
    if (error.status === 0) noteAnswered(false);
    if (error.status === 401) onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess: () => noteAnswered(true) }),
    mutationCache: new MutationCache({
      onError,
      onSuccess: () => noteAnswered(true),
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof ApiError && isPassing(error.status) && failures < 3,
        retryDelay: (failures) => Math.min(8_000, 600 * 2 ** failures),
        refetchInterval: ({ state: { error } }) =>
          error instanceof ApiError && isPassing(error.status) ? 10_000 : false,
      },
      mutations: { networkMode: "always" },
    },
  });
}

function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}
