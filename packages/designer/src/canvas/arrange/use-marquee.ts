import { type Rect, useReactFlow, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useMemo, useRef } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesignerStore } from "../../store-context.ts";

interface Before {
  readonly ids: ReadonlySet<string>;
  readonly toggles: boolean;
}

/**
 * Selecting by a frame drawn on the ground. With Ctrl/⌘ or Shift what it touches is added, and what was selected
 * before is taken away again. Lines count where both their ends are in.
 */
export function useMarquee() {
  const store = useDesignerStore();
  const flow = useReactFlow();
  const drawing = useStoreApi();
  const before = useRef<Before>({ ids: new Set(), toggles: false });
  const stopWatching = useRef<(() => void) | null>(null);

  return useMemo(() => {
    const show = () => {
      const { userSelectionRect: rect, transform } = drawing.getState();
      const [x, y, zoom] = transform;
      const frame: Rect = {
        x: ((rect?.x ?? 0) - x) / zoom,
        y: ((rect?.y ?? 0) - y) / zoom,
        width: (rect?.width ?? 0) / zoom,
        height: (rect?.height ?? 0) / zoom,
      };
      // React Flow tells only what changes by the frame, which is not enough where the frame takes away.
      const steps = flow
        .getIntersectingNodes(frame, true)
        .flatMap(({ id, selectable, hidden }) => (selectable === false || hidden ? [] : [id]));
      const touched = new Set(steps);
      const { definition, select } = store.getState();
      const { edges } = indexOf(definition);
      for (const { edge } of edges.values()) {
        if (touched.has(edge.source) && touched.has(edge.target)) touched.add(edge.id);
      }
      const chosen = new Set(chosenBy(touched, before.current));
      // A line does not stay where one of its ends was taken away.
      const lost = (id: string) => touched.has(id) && !chosen.has(id);
      select(
        [...chosen].filter((id) => {
          const edge = edges.get(id)?.edge;
          return !edge || !(lost(edge.source) || lost(edge.target));
        }),
      );
    };
    const stop = () => {
      stopWatching.current?.();
      stopWatching.current = null;
    };
    return {
      /** Before React Flow forgets what is selected. */
      onPointerDownCapture: (event: PointerEvent) => {
        before.current = {
          ids: new Set(store.getState().selection),
          toggles: event.ctrlKey || event.metaKey || event.shiftKey,
        };
      },
      start: () => {
        stop();
        stopWatching.current = drawing.subscribe((now, earlier) => {
          if (now.userSelectionRect && now.userSelectionRect !== earlier.userSelectionRect) show();
        });
      },
      stop,
      /** Whether a frame is being drawn: then it says what is selected. */
      isDrawn: () => stopWatching.current !== null,
    };
  }, [store, flow, drawing]);
}

function chosenBy(touched: ReadonlySet<string>, { ids, toggles }: Before): readonly string[] {
  if (!toggles) return [...touched];
  return [...[...ids].filter((id) => !touched.has(id)), ...[...touched].filter((id) => !ids.has(id))];
}
