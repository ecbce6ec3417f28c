import type { Problem } from "@flowright/definition";
import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesignerStore } from "../../store-context.ts";

/** Shows the step that a problem is at, and its field in the panel. */
export function useGoToProblem(): (problem: Problem) => void {
  const store = useDesignerStore();
  const flow = useReactFlow();
  return useCallback(
    (problem) => {
      const { definition, focusField } = store.getState();
      const index = indexOf(definition);
      const id = problem.node ?? null;
      const edge = id === null ? undefined : index.edges.get(id)?.edge;
      const known = id !== null && (index.nodes.has(id) || edge !== undefined) ? id : null;
      focusField(known, problem.path);
      const target = edge?.source ?? known;
      const at = target === null ? null : absolutePlace(definition, target);
      if (!at) return;
      void flow.setCenter(at.x + at.width / 2, at.y + at.height / 2, {
        zoom: Math.max(0.8, flow.getZoom()),
        duration: 200,
      });
    },
    [store, flow],
  );
}
