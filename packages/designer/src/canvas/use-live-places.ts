import type { WorkflowDefinition } from "@flowright/definition";
import { useMemo } from "react";
import { handlesOf } from "../diagram/flow-elements.ts";
import { routesOf } from "../diagram/route/routes-of.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { frameOf } from "../model/group/groups-of.ts";
import { useCanvasUi } from "./canvas-ui.ts";
import { drawnOf, groundOf } from "./drill/ground.ts";
import type { Drawing } from "./use-drawing.ts";

/**
 * The drawing while something is dragged: only what moves is made anew, and only its lines find another way.
 * A frame must not cost more than the pointer's next one, however large the flow.
 */
export function useLivePlaces(
  drawing: Drawing,
  definition: WorkflowDefinition,
  shown: WorkflowDefinition,
): Pick<Drawing, "nodes" | "edges"> {
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  return useMemo(() => {
    if (shown === definition) return drawing;
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
      edges: drawing.edges.map((edge) => {
        const route = routes.get(edge.id);
        return !edge.data || !route || edge.data.route === route
          ? edge
          : { ...edge, data: { ...edge.data, route } };
      }),
    };
  }, [drawing, definition, shown, ground]);
}
