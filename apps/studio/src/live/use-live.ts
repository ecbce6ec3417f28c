import { useEffect, useRef } from "react";
import { type LiveListener, listen } from "./live-connection.ts";

/**
 * Listens to a topic of the live feed while the component is on screen. The listener gets what changed, or null
 * where everything about the topic must be read anew; it usually invalidates queries.
 */
export function useLive(topic: string | null, listener: LiveListener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () => (topic === null ? undefined : listen(topic, (changes) => latest.current(changes))),
    [topic],
  );
}
