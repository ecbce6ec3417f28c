import { Suspense, useEffect } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { useCanvasUi } from "../canvas-ui.ts";

const fetchMenu = () => import("../menu/StepChoice.tsx");
const StepChoice = lazyPart(async () => (await fetchMenu()).StepChoice);
/** Milliseconds after which the drawing has what it needs, so that the menu may come before it is asked for. */
const MENU_AFTER = 800;

/** Opens the menu of steps where it is asked for. */
export function MenuHost() {
  const menu = useCanvasUi((state) => state.menu);
  useEffect(() => {
    const timer = setTimeout(() => void fetchMenu().catch(() => undefined), MENU_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    menu && (
      <Suspense>
        <StepChoice key={`${menu.at.x}:${menu.at.y}`} menu={menu} />
      </Suspense>
    )
  );
}
