import { useReactFlow } from "@xyflow/react";
import { Suspense, useCallback, useEffect } from "react";
import { lazyPart } from "../../lazy-part.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { groundOf, openedTo } from "../drill/ground.ts";
import { focusNewStep } from "../focus-new-step.ts";
import { keepInSight } from "../keep-in-sight.ts";
import { commandFor } from "../menu/command-for.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";

const fetchMenu = () => import("../menu/StepMenu.tsx");
const StepMenu = lazyPart(async () => (await fetchMenu()).StepMenu);
/** Milliseconds after which the drawing has what it needs, so that the menu may come before it is asked for. */
const MENU_AFTER = 800;

/** Opens the menu of steps where it is asked for, and carries out what is chosen. */
export function MenuHost() {
  const menu = useCanvasUi((state) => state.menu);
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
  useEffect(() => {
    const timer = setTimeout(() => void fetchMenu().catch(() => undefined), MENU_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    menu && (
      <Suspense>
        <StepMenu key={`${menu.at.x}:${menu.at.y}`} menu={menu} onChoose={choose} onClose={close} />
      </Suspense>
    )
  );
}
