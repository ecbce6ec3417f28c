import { useReactFlow } from "@xyflow/react";
import { type PointerEvent, useEffect, useRef } from "react";
import { makeSpace, type SpaceDrag } from "../../model/command/arrange/make-space.ts";
import { useDesignerStore } from "../../store-context.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { type PlaceForNew, usePlaceForNew } from "../use-place-for-new.ts";
import { SPACE_TEXTS } from "./space-texts.ts";

/**
 * While `S` is on: a drag makes room or closes a gap from where it began; what would move is shown meanwhile. One drag
 * ends it, and so does Esc.
 */
export function SpaceGround() {
  const t = useTexts(SPACE_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const placeForNew = usePlaceForNew();
  const began = useRef<{ readonly at: { x: number; y: number }; readonly place: PlaceForNew } | null>(null);
  useEffect(() => {
    store.getState().notify("info", inBothLanguages(SPACE_TEXTS, "how"));
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      ui.getState().set({ spacing: false });
    };
    window.addEventListener("keydown", pressed, true);
    return () => {
      window.removeEventListener("keydown", pressed, true);
      ui.getState().set({ preview: null });
    };
  }, [store, ui]);

  const dragOf = ({ clientX, clientY }: PointerEvent): SpaceDrag | null => {
    if (!began.current) return null;
    const { at, place } = began.current;
    const zoom = flow.getZoom();
    const by = { x: (clientX - at.x) / zoom, y: (clientY - at.y) / zoom };
    return { container: place.container, at: place.centre, by };
  };
  return (
    <div
      className="fw-space-ground"
      title={t("how")}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = { x: event.clientX, y: event.clientY };
        began.current = { at, place: placeForNew(at) };
      }}
      onPointerMove={(event) => {
        const drag = dragOf(event);
        if (drag) ui.getState().set({ preview: makeSpace(store.getState().definition, drag) });
      }}
      onPointerUp={(event) => {
        const drag = dragOf(event);
        began.current = null;
        ui.getState().set({ spacing: false });
        if (drag) store.getState().run(makeSpace(store.getState().definition, drag));
      }}
      onPointerCancel={() => ui.getState().set({ spacing: false })}
    />
  );
}
