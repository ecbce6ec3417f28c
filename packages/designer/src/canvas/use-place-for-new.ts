import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { containerAt } from "../model/geometry/container-at.ts";
import { useDesignerStore } from "../store-context.ts";

export interface PlaceForNew {
  readonly container: string | null;
  readonly centre: { readonly x: number; readonly y: number };
}

/** The point of the document at a point of the window (default: the middle of the canvas). */
export function usePlaceForNew(): (client?: { x: number; y: number }) => PlaceForNew {
  const flow = useReactFlow();
  const store = useDesignerStore();
  return useCallback(
    (client) => {
      const at = client ?? middleOfCanvas();
      const { container, local } = containerAt(store.getState().definition, flow.screenToFlowPosition(at));
      return { container, centre: local };
    },
    [flow, store],
  );
}

function middleOfCanvas(): { x: number; y: number } {
  const box = document.querySelector(".fw-designer .react-flow")?.getBoundingClientRect();
  return box
    ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    : { x: window.innerWidth / 2, y: window.innerHeight / 2 };
}
