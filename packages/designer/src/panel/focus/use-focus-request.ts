import { useEffect } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { focusControl } from "./focus-control.ts";
import { isFreshRequest } from "./fresh-request.ts";
import { noteControl } from "./known-controls.ts";

/**
 * Focuses the control with this id when the place that was asked for is this one or below it. Controls that
 * stand for inner places are drawn inside and come later, so the innermost wins.
 */
export function useFocusRequest(path: string, id: string): void {
  const request = useDesigner((state) => state.focusRequest);
  const store = useDesignerStore();
  useEffect(() => noteControl(store, id, path), [store, id, path]);
  useEffect(() => {
    if (!request || (request.path !== path && !request.path.startsWith(`${path}/`))) return;
    if (!isFreshRequest(store, request.serial)) return;
    const timer = setTimeout(() => focusControl(id));
    return () => clearTimeout(timer);
  }, [request, path, id, store]);
}
