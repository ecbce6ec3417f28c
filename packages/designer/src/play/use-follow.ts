import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { absolutePlace } from "../model/geometry/container-at.ts";
import { currentOf, type Session } from "./model/session.ts";

/** Keeps the canvas where the trial is: the step that began to wait last comes into the middle. */
export function useFollow(session: Session | null): void {
  const flow = useReactFlow();
  const step = session ? currentOf(session)?.waits.at(-1)?.node : undefined;
  const definition = session?.definition;
  useEffect(() => {
    if (step === undefined || !definition) return;
    const place = absolutePlace(definition, step);
    if (!place) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    // On a phone the trial lies over the lower half, so the step is shown above the middle.
    const raise = window.innerWidth < 760 ? window.innerHeight / 4 / Math.max(0.6, flow.getZoom()) : 0;
    void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2 + raise, {
      zoom: Math.max(0.6, flow.getZoom()),
      duration: still ? 0 : 200,
    });
  }, [flow, step, definition]);
}
