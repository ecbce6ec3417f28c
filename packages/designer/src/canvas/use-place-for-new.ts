import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { absolutePlace, containerAt } from "../model/geometry/container-at.ts";
import { useDesignerStore } from "../store-context.ts";
import { inDesigner } from "./at-hand.ts";
import { useCanvasUiStore } from "./canvas-ui.ts";
import { chainTo, groundOf, openedTo } from "./drill/ground.ts";

export interface PlaceForNew {
  readonly container: string | null;
  readonly centre: { readonly x: number; readonly y: number };
}

/** The point of the document at a point of the window (default: the middle of the canvas). */
export function usePlaceForNew(): (client?: { x: number; y: number }) => PlaceForNew {
  const flow = useReactFlow();
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useCallback(
    (client) => {
      const at = client ?? middleOfCanvas();
      const { definition } = store.getState();
      const ground = groundOf(definition, ui.getState().ground);
      const opened = openedTo(definition, ground);
      const point = flow.screenToFlowPosition(at);
      const { container, local } = containerAt(opened, point);
      if (ground === null || (container !== null && chainTo(definition, container).includes(ground))) {
        return { container, centre: local };
      }
      // Beside a sub-process that is shown as its own ground there is nothing else.
      const around = absolutePlace(opened, ground);
      return { container: ground, centre: { x: point.x - (around?.x ?? 0), y: point.y - (around?.y ?? 0) } };
    },
    [flow, store, ui],
  );
}

function middleOfCanvas(): { x: number; y: number } {
  const box = inDesigner(".react-flow")?.getBoundingClientRect();
  return box
    ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    : { x: window.innerWidth / 2, y: window.innerHeight / 2 };
}
