import { Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Canvas } from "../canvas/Canvas.tsx";
import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { SelectionBar } from "../canvas/frame/SelectionBar.tsx";
import { ZoomBar } from "../canvas/frame/ZoomBar.tsx";
import { lazyPart } from "../lazy-part.ts";
import { rememberedView, rememberView } from "./remembered-view.ts";

const ArrangeBar = lazyPart(async () => (await import("../canvas/arrange/ArrangeBar.tsx")).ArrangeBar);
const Breadcrumb = lazyPart(async () => (await import("../canvas/drill/Breadcrumb.tsx")).Breadcrumb);
const LaneLegend = lazyPart(async () => (await import("../canvas/lane/LaneLegend.tsx")).LaneLegend);
const SpaceGround = lazyPart(async () => (await import("../canvas/arrange/SpaceGround.tsx")).SpaceGround);
const ActionMenu = lazyPart(async () => (await import("../canvas/context/ActionMenu.tsx")).ActionMenu);
const VerticalView = lazyPart(async () => (await import("./VerticalView.tsx")).VerticalView);

/** The two views of the one document: the free canvas, or the column of steps. */
export function Views({ theme }: { readonly theme: "light" | "dark" }) {
  const view = useCanvasUi((state) => state.view);
  const spacing = useCanvasUi((state) => state.spacing);
  const ui = useCanvasUiStore();
  const probe = useRef<HTMLSpanElement>(null);
  const [chosen, setChosen] = useState(false);

  useLayoutEffect(() => {
    const width = probe.current?.closest(".fw-designer")?.clientWidth ?? window.innerWidth;
    ui.getState().set({ view: rememberedView(width) });
    setChosen(true);
    return ui.subscribe((now, before) => {
      if (now.view !== before.view) rememberView(width, now.view);
      // What is shown by moving tokens moves along the lines of the canvas.
      const plays =
        (now.ghost !== null && before.ghost === null) || (now.example !== null && !before.example);
      if (plays && now.view === "vertical") ui.getState().set({ view: "canvas" });
    });
  }, [ui]);

  // A menu belongs to the view that opened it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the view changes
  useEffect(() => ui.getState().set({ menu: null, linking: null, spacing: false }), [ui, view]);

  return (
    <>
      <span ref={probe} hidden />
      {chosen && view === "vertical" && (
        <Suspense fallback={<div className="fw-vertical" aria-busy="true" />}>
          <VerticalView />
        </Suspense>
      )}
      {chosen && view === "canvas" && (
        <>
          <Canvas theme={theme} />
          <div className="fw-over-ground">
            <Suspense>
              <Breadcrumb />
              <LaneLegend />
            </Suspense>
          </div>
          {spacing && (
            <Suspense>
              <SpaceGround />
            </Suspense>
          )}
          <ZoomBar />
          <SelectionBar />
          <Suspense>
            <ArrangeBar />
            <ActionMenu />
          </Suspense>
        </>
      )}
    </>
  );
}
