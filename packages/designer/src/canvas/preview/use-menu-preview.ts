import { useEffect } from "react";
import type { ElementType } from "../../model/element/element-type.ts";
import { type MenuPurpose, useCanvasUiStore } from "../canvas-ui.ts";
import { commandFor } from "../menu/command-for.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";

/** While a menu of steps is open, the canvas shows what the step that is looked at would become there. */
export function useMenuPreview(purpose: MenuPurpose, element: ElementType | undefined): void {
  const ui = useCanvasUiStore();
  const placeForNew = usePlaceForNew();
  useEffect(() => {
    if (!element || ui.getState().view !== "canvas") return;
    ui.getState().set({ preview: commandFor(purpose, element, placeForNew()) });
    return () => ui.getState().set({ preview: null });
  }, [ui, purpose, element, placeForNew]);
}
