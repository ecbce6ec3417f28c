import type { WorkflowDefinition } from "@flowright/definition";
import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { absolutePlace } from "../model/geometry/container-at.ts";
import type { placesOf } from "../model/geometry/places-of.ts";

const MARGIN = 32;

/** Moves the picture just as far as is needed for the step being looked at, also when a panel opens over it. */
export function useKeepInSight(
  step: string | null,
  width: number,
  definition: WorkflowDefinition,
  places: ReturnType<typeof placesOf>,
): void {
  const flow = useReactFlow();
  useEffect(() => {
    const place = step === null || width === 0 ? null : absolutePlace(definition, step, places);
    if (!place) return;
    const { x, y, zoom } = flow.getViewport();
    const left = place.x * zoom + x;
    const beyond = Math.min(left - MARGIN, Math.max(0, left + place.width * zoom + MARGIN - width));
    const before = Math.max(0, MARGIN - left);
    const by = beyond > 0 ? -beyond : before;
    if (by !== 0) void flow.setViewport({ x: x + by, y, zoom }, { duration: 0 });
  }, [flow, step, width, definition, places]);
}
