import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import type { ElementType } from "../../model/element/element-type.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { execute, historyOf } from "../../model/history.ts";
import { useDesignerStore } from "../../store-context.ts";
import { type MenuPurpose, useCanvasUiStore } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { commandFor } from "../menu/command-for.ts";
import type { Box } from "../menu/place-beside.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";

/** Finds where on the screen (pixels of the window) a chosen step would stand; null off the canvas, or where it is refused. */
export function useComingBox(): (purpose: MenuPurpose, element: ElementType) => Box | null {
  const flow = useReactFlow();
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const placeForNew = usePlaceForNew();
  return useCallback(
    (purpose, element) => {
      const { view, ground } = ui.getState();
      if (view !== "canvas" || purpose.type === "replace") return null;
      const { definition } = store.getState();
      const { outcome } = execute(historyOf(definition), commandFor(purpose, element, placeForNew()), 0);
      const made = outcome.ok ? outcome.selection?.[0] : undefined;
      if (!outcome.ok || made === undefined) return null;
      const after = outcome.definition;
      const place = absolutePlace(drawnOf(after, groundOf(after, ground)), made);
      if (!place) return null;
      const from = flow.flowToScreenPosition(place);
      const to = flow.flowToScreenPosition({ x: place.x + place.width, y: place.y + place.height });
      return { left: from.x, top: from.y, right: to.x, bottom: to.y };
    },
    [flow, store, ui, placeForNew],
  );
}
