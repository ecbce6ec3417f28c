import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useState } from "react";
import { placedAt } from "../model/command/structure/layout-flow.ts";
import { indexOf } from "../model/document/index-of.ts";
import { tidiedPlaces } from "../model/geometry/tidied-places.ts";
import { useDesignerStore } from "../store-context.ts";
import { WorkerLayout } from "./worker-layout.ts";

/** Steps slide to their new places for so long (milliseconds). */
const SLIDE = 200;
/** How often a layout is worked out again because the flow was changed meanwhile. */
const MOST_TRIES = 4;

/**
 * Tidies up the selected steps (two or more, or the inside of one sub-process), else the whole flow, as one undo step.
 * Steps slide to their places unless the person wants no motion.
 */
export function useTidy(): () => Promise<void> {
  const store = useDesignerStore();
  const flow = useReactFlow();
  const canvas = useStoreApi();
  const [layout] = useState(() => new WorkerLayout());
  useEffect(() => () => layout.close(), [layout]);

  return useCallback(async () => {
    const { selection, definition } = store.getState();
    const only = selection.filter((id) => indexOf(definition).nodes.has(id));
    let places = await layout.places(definition, only);
    let asked = definition;
    for (let tries = 1; store.getState().definition !== asked; tries += 1) {
      asked = store.getState().definition;
      // Somebody goes on editing: the page holds still for a moment.
      places = tries < MOST_TRIES ? await layout.places(asked, only) : tidiedPlaces(asked, only);
    }
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!still) slide(canvas.getState().domNode);
    store.getState().run(placedAt(places));
    // Some steps alone are in sight already.
    if (only.length > 1) return;
    const duration = still ? 0 : SLIDE;
    requestAnimationFrame(() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration }));
  }, [store, flow, canvas, layout]);
}

function slide(canvas: HTMLElement | null): void {
  if (!canvas) return;
  canvas.dataset["sliding"] = "true";
  setTimeout(() => delete canvas.dataset["sliding"], SLIDE + 50);
}
