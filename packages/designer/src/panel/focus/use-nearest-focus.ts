import { useEffect } from "react";
import { inDesigner } from "../../canvas/at-hand.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { focusControl } from "./focus-control.ts";
import { isFreshRequest, isTaken } from "./fresh-request.ts";
import { nearestControl } from "./known-controls.ts";

/** Time for the controls of a newly selected step to be drawn (milliseconds). */
const DRAWN_AFTER = 80;

/**
 * A place that has no control, e.g. a setting where there may be none, leads to the nearest control of the same
 * element, else to the line in the panel that tells what is wrong there.
 */
export function useNearestFocus(): void {
  const request = useDesigner((state) => state.focusRequest);
  const store = useDesignerStore();
  useEffect(() => {
    if (!request || request.path === "") return;
    const timer = setTimeout(() => {
      if (isTaken(store, request.serial)) return;
      const { definition, selection } = store.getState();
      const { nodes, edges } = indexOf(definition);
      const id = selection[0] ?? "";
      const element = nodes.get(id)?.path ?? edges.get(id)?.path ?? "";
      const near = request.path === element ? null : nearestControl(store, request.path, element);
      const told = problemLine(request.path);
      if (!near && !told) return;
      if (!isFreshRequest(store, request.serial)) return;
      if (near === null || !focusControl(near)) told?.focus();
    }, DRAWN_AFTER);
    return () => clearTimeout(timer);
  }, [request, store]);
}

function problemLine(path: string): HTMLElement | null {
  return inDesigner(`.fw-panel-problems [data-path="${CSS.escape(path)}"]`);
}
