import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { patiently } from "../lazy-part.ts";
import { useDesignerStore } from "../store-context.ts";
import { usePlaceForNew } from "./use-place-for-new.ts";

/** Copy, cut and paste on the canvas. What it takes is fetched once the drawing is there. */
export function useClipboard(): void {
  const store = useDesignerStore();
  const placeForNew = usePlaceForNew();
  const canvas = useStoreApi();
  useEffect(() => {
    let end: (() => void) | null = null;
    let gone = false;
    void patiently(() => import("./clipboard/canvas-clipboard.ts")).then(({ listen }) => {
      const designer = () => canvas.getState().domNode?.closest<HTMLElement>(".fw-designer") ?? null;
      if (!gone) end = listen(store, placeForNew, designer);
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [store, placeForNew, canvas]);
}
