import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf, isOnGround } from "../drill/ground.ts";
import { placeOfNote } from "../note/notes-of.ts";

/** Brings a step, a line or a note into sight in the view that is shown, and selects it. */
export function useShowPlace(): (id: string) => void {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  return useCallback(
    (id) => {
      const { definition, select } = store.getState();
      const { nodes, edges } = indexOf(definition);
      const note = definition.drawing?.notes?.find((each) => each.id === id);
      const step = edges.get(id)?.edge.source ?? (nodes.has(id) ? id : null);
      const about = note?.about?.find((each) => nodes.has(each)) ?? null;
      if (step !== null) select([id]);
      else if (about !== null) select([about]);
      if (ui.getState().view !== "canvas") return;
      const shown = groundWith(definition, ui.getState().ground, step ?? about);
      if (shown !== ui.getState().ground) ui.getState().set({ ground: shown });
      const drawn = drawnOf(definition, shown);
      const place = note ? placeOfNote(definition, note) : step === null ? null : absolutePlace(drawn, step);
      if (!place) return;
      requestAnimationFrame(() => {
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
          zoom: Math.max(0.8, flow.getZoom()),
          duration: reducedMotion() ? 0 : 200,
        });
      });
    },
    [store, ui, flow],
  );
}

/** The ground on which a step can be seen: the one shown if it can, else that of the block around the step. */
function groundWith(
  definition: Parameters<typeof groundOf>[0],
  wanted: string | null,
  step: string | null,
): string | null {
  const ground = groundOf(definition, wanted);
  if (step === null) return ground;
  const drawn = drawnOf(definition, ground);
  if (isOnGround(definition, step, ground) && absolutePlace(drawn, step)) return ground;
  return indexOf(definition).nodes.get(step)?.parent?.id ?? null;
}

function reducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
