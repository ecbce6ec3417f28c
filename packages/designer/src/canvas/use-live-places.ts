import type { WorkflowDefinition } from "@flowright/definition";
import { useLayoutEffect, useMemo } from "react";
import { handlesOf } from "../diagram/flow-elements.ts";
import { routesOf } from "../diagram/route/routes-of.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { frameOf } from "../model/group/groups-of.ts";
import { useCanvasUi, useCanvasUiStore } from "./canvas-ui.ts";
import { drawnOf, groundOf } from "./drill/ground.ts";
import type { CanvasNode } from "./group/canvas-nodes.ts";
import type { Drawing } from "./use-drawing.ts";

/**
 * The drawing while something is dragged: only what moves is made anew, and only its lines find another way.
 * A frame must not cost more than the pointer's next one, however large the flow.
 */
export function useLivePlaces(
  drawing: Drawing,
  definition: WorkflowDefinition,
  shown: WorkflowDefinition,
): CanvasNode[] {
  const ui = useCanvasUiStore();
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  const { nodes, routes } = useMemo(() => {
    if (shown === definition) return { nodes: drawing.nodes, routes: null };
    const drawn = drawnOf(shown, ground);
    const places = placesOf(drawn);
    const routes = routesOf(drawn, places, {
      places: placesOf(drawnOf(definition, ground)),
      routes: drawing.routes,
    });
    return {
      nodes: drawing.nodes.map((node) => {
        const place = node.type === "frame" ? frameOf(drawn, node.data.group, places) : places.get(node.id);
        if (!place) return node;
        const { x, y, width, height } = place;
        const still =
          node.position.x === x && node.position.y === y && node.width === width && node.height === height;
        return still
          ? node
          : {
              ...node,
              position: { x, y },
              width,
              height,
              measured: { width, height },
              ...(node.type === "frame" ? {} : { handles: handlesOf(place) }),
            };
      }),
      routes,
    };
  }, [drawing, definition, shown, ground]);
  // Lines take their way from here while something is dragged. With new lines instead, React Flow would look through
  // all of them for each frame.
  useLayoutEffect(() => {
    if (ui.getState().liveRoutes !== routes) ui.getState().set({ liveRoutes: routes });
  }, [ui, routes]);
  return nodes;
}
