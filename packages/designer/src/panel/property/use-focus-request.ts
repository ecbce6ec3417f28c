import { useEffect } from "react";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { isFreshRequest } from "./fresh-request.ts";

/**
 * Focuses the control with this id when the place that was asked for is this one or below it. Controls that
 * stand for inner places are drawn inside and come later, so the innermost wins.
 */
export function useFocusRequest(path: string, id: string): void {
  const request = useDesigner((state) => state.focusRequest);
  const store = useDesignerStore();
  useEffect(() => {
    if (!request || (request.path !== path && !request.path.startsWith(`${path}/`))) return;
    if (!isFreshRequest(store, request.serial)) return;
    const timer = setTimeout(() => {
      const control = document.getElementById(id) ?? document.getElementById(`${id}-property`);
      if (!control) return;
      for (
        let group = control.closest("details");
        group;
        group = group.parentElement?.closest("details") ?? null
      ) {
        group.open = true;
      }
      const target = control.matches("input, select, textarea, button")
        ? control
        : control.querySelector<HTMLElement>("input, select, textarea, button");
      control.scrollIntoView({ block: "nearest" });
      target?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [request, path, id, store]);
}
