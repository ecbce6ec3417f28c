import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import type { DesignerStore } from "../../model/designer-store.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { inDesigner } from "../at-hand.ts";
import type { CanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { addNote } from "./note-commands.ts";
import { NOTE_SIZE } from "./notes-of.ts";

/** Puts an empty note above the selected step or line, or in the middle of what is seen, ready to be written. */
export function useAddNote(store: DesignerStore, ui: CanvasUiStore): () => void {
  const flow = useReactFlow();
  return useCallback(() => {
    const { definition, selection, run } = store.getState();
    const ground = groundOf(definition, ui.getState().ground);
    const { nodes, edges } = indexOf(definition);
    const about = selection.find((id) => nodes.has(id) || edges.has(id));
    const step = about === undefined ? null : (edges.get(about)?.edge.source ?? about);
    const beside = step === null ? null : absolutePlace(drawnOf(definition, ground), step);
    const box = inDesigner(".react-flow")?.getBoundingClientRect();
    const middle =
      box && flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 3 });
    const at = beside
      ? { x: beside.x, y: beside.y - NOTE_SIZE.height - 40 }
      : { x: (middle?.x ?? 0) - NOTE_SIZE.width / 2, y: middle?.y ?? 0 };
    // Beside a free place nothing is covered.
    const covered = [...indexOf(drawnOf(definition, ground)).nodes.keys()].flatMap((id) => {
      const place = absolutePlace(drawnOf(definition, ground), id);
      const apart =
        !place ||
        place.x > at.x + NOTE_SIZE.width ||
        place.x + place.width < at.x ||
        place.y > at.y + NOTE_SIZE.height ||
        place.y + place.height < at.y;
      return apart ? [] : [place.y];
    });
    if (covered.length > 0) at.y = Math.min(...covered) - NOTE_SIZE.height - 40;
    // A note stands on the canvas; in the column it would not be seen.
    if (ui.getState().view === "vertical") ui.getState().set({ view: "canvas" });
    run(
      addNote({
        position: { x: Math.round(at.x / 8) * 8, y: Math.round(at.y / 8) * 8 },
        ...(about === undefined ? {} : { about: [about] }),
        ...(ground === null ? {} : { in: ground }),
      }),
    );
  }, [store, ui, flow]);
}
