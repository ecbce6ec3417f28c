import { ViewportPortal } from "@xyflow/react";
import { useLayoutEffect } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesigner } from "../../store-context.ts";
import { designerAtHand } from "../at-hand.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";

/** Rings around the steps that were found, on the canvas. */
export function FoundOnCanvas() {
  const { ids, at } = useCanvasUi((state) => state.found);
  const wanted = useCanvasUi((state) => state.ground);
  const definition = useDesigner((state) => state.definition);
  if (ids.length === 0) return null;
  const drawn = drawnOf(definition, groundOf(definition, wanted));
  const { edges } = indexOf(definition);
  return (
    <ViewportPortal>
      {ids.map((id) => {
        // A line is shown by the step that it leads to.
        const place = absolutePlace(drawn, edges.get(id)?.edge.target ?? id);
        if (!place) return null;
        return (
          <div
            key={id}
            className="fw-found"
            data-at={id === at || undefined}
            style={{
              transform: `translate(${place.x - 6}px, ${place.y - 6}px)`,
              width: place.width + 12,
              height: place.height + 12,
            }}
          />
        );
      })}
    </ViewportPortal>
  );
}

/** The same marks in the column, set on the cards themselves. */
export function FoundInColumn() {
  const { ids, at } = useCanvasUi((state) => state.found);
  const vertical = useCanvasUi((state) => state.view === "vertical");
  // The cards are drawn by their own parts; after any change of the document they may be new ones.
  useDesigner((state) => state.definition);
  useLayoutEffect(() => {
    if (!vertical || ids.length === 0) return;
    const found = new Set(ids);
    const marked = [
      ...(designerAtHand()?.querySelectorAll<HTMLElement>(".fw-vertical [data-stop]") ?? []),
    ].filter((stop) => found.has(stop.dataset["stop"] ?? ""));
    for (const stop of marked) stop.dataset["found"] = stop.dataset["stop"] === at ? "at" : "also";
    return () => {
      for (const stop of marked) delete stop.dataset["found"];
    };
  });
  return null;
}
