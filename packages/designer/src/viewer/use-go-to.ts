import type { WorkflowDefinition } from "@flowright/definition";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { indexOf } from "../model/document/index-of.ts";
import { absolutePlace } from "../model/geometry/container-at.ts";
import type { Places } from "../model/geometry/places-of.ts";

/** Brings a step, or the beginning of a line, into the middle; what is folded away, by the step around it. */
export function useGoTo(
  goTo: { readonly id: string } | null,
  isReady: boolean,
  definition: WorkflowDefinition,
  places: Places,
): void {
  const flow = useReactFlow();
  const gone = useRef<object | null>(null);
  useEffect(() => {
    if (goTo === null || !isReady || gone.current === goTo) return;
    const { nodes, edges } = indexOf(definition);
    let id: string | undefined = edges.get(goTo.id)?.edge.source ?? goTo.id;
    while (id !== undefined && !places.has(id)) id = nodes.get(id)?.parent?.id;
    const place = id === undefined ? null : absolutePlace(definition, id, places);
    if (!place) return;
    // After the picture has been fitted into its frame, which happens when it opens.
    const timer = setTimeout(() => {
      gone.current = goTo;
      const zoom = Math.max(0.7, flow.getZoom());
      void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom, duration: 0 });
    }, 120);
    return () => clearTimeout(timer);
  }, [goTo, isReady, definition, places, flow]);
}
