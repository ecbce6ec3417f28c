import type { WorkflowDefinition } from "@flowright/definition";
import type { ReactFlowInstance } from "@xyflow/react";
import { movableSteps } from "../../model/command/arrange/movable.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { boundsOf } from "../../model/geometry/bounds.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";

/** Shows these steps, groups and lines as large as they fit; false where nothing of them has a place. */
export function zoomTo(
  flow: ReactFlowInstance,
  definition: WorkflowDefinition,
  ids: readonly string[],
): boolean {
  const { edges } = indexOf(definition);
  const ends = ids.flatMap((id) => {
    const edge = edges.get(id)?.edge;
    return edge ? [edge.source, edge.target] : [];
  });
  const places = [
    ...movableSteps(definition, ids).map(({ place }) => place),
    ...ends.flatMap((id) => absolutePlace(definition, id) ?? []),
  ];
  const bounds = boundsOf(places);
  if (!bounds) return false;
  void flow.fitBounds(bounds, { padding: 0.2, duration: 200 });
  return true;
}
