import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listen } from "../../live/live-connection.ts";
import { coalesced } from "./coalesced.ts";

/** Many cases move at once in a campaign; numbers need not follow each of them. */
const WAIT = 500;

/** Keeps what Monitor shows of these flows fresh: their numbers, cases and incidents. */
export function useLiveFlows(ids: readonly string[]): void {
  const queries = useQueryClient();
  const key = ids.toSorted().join(" ");
  useEffect(() => {
    if (key === "") return;
    const refresh = coalesced(() => {
      for (const queryKey of [["flow-numbers"], ["cases"], ["incidents"]]) {
        void queries.invalidateQueries({ queryKey });
      }
    }, WAIT);
    const stops = key.split(" ").map((id) =>
      listen(`definition:${id}`, (changes) => {
        if (changes === null || changes.some(({ kind }) => kind === "definition.published")) {
          void queries.invalidateQueries({ queryKey: ["definitions"] });
        }
        refresh();
      }),
    );
    return () => {
      refresh.cancel();
      for (const stop of stops) stop();
    };
  }, [key, queries]);
}
