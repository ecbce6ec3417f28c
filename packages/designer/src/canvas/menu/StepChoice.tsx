import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import type { ElementType } from "../../model/element/element-type.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesignerStore } from "../../store-context.ts";
import { type OpenMenu, useCanvasUiStore } from "../canvas-ui.ts";
import { groundOf, openedTo } from "../drill/ground.ts";
import { focusNewStep } from "../focus-new-step.ts";
import { keepInSight } from "../keep-in-sight.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";
import { commandFor } from "./command-for.ts";
import { StepMenu } from "./StepMenu.tsx";

/** The menu of steps, which carries out what is chosen in it. */
export function StepChoice({ menu }: { readonly menu: OpenMenu }) {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const placeForNew = usePlaceForNew();
  const close = useCallback(() => ui.getState().set({ menu: null }), [ui]);
  const choose = useCallback(
    (element: ElementType) => {
      const open = ui.getState().menu;
      close();
      if (!open) return;
      const outcome = store.getState().run(commandFor(open.purpose, element, placeForNew()));
      const made = outcome.ok ? outcome.selection?.[0] : undefined;
      if (made === undefined) return;
      const { definition } = store.getState();
      const place = absolutePlace(openedTo(definition, groundOf(definition, ui.getState().ground)), made);
      if (place && ui.getState().view === "canvas") keepInSight(flow, place);
      focusNewStep(made);
    },
    [store, ui, flow, close, placeForNew],
  );
  return <StepMenu menu={menu} onChoose={choose} onClose={close} />;
}
