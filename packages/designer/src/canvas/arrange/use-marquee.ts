import type { EdgeChange, NodeChange } from "@xyflow/react";
import { type PointerEvent, useCallback, useMemo, useRef } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesignerStore } from "../../store-context.ts";

/**
 * Selecting by a frame drawn on the ground. With Ctrl/⌘ or Shift what it touches is added, and what was selected
 * before is taken away again. Lines count where both their ends are in.
 */
export function useMarquee() {
  const store = useDesignerStore();
  const before = useRef<{ readonly ids: ReadonlySet<string>; readonly toggles: boolean }>({
    ids: new Set(),
    toggles: false,
  });
  const inside = useRef<Set<string> | null>(null);

  const show = useCallback(() => {
    const { definition, select } = store.getState();
    const { nodes, edges } = indexOf(definition);
    const touched = inside.current ?? new Set<string>();
    const reached = [...touched].filter((id) => {
      const edge = edges.get(id)?.edge;
      return edge ? touched.has(edge.source) && touched.has(edge.target) : true;
    });
    const { ids, toggles } = before.current;
    if (!toggles) select(reached);
    else {
      const kept = [...ids].filter((id) => !touched.has(id) || (!nodes.has(id) && !reached.includes(id)));
      select([...kept, ...reached.filter((id) => !ids.has(id))]);
    }
  }, [store]);

  return useMemo(
    () => ({
      /** Before React Flow forgets what is selected. */
      onPointerDownCapture: (event: PointerEvent) => {
        before.current = {
          ids: new Set(store.getState().selection),
          toggles: event.ctrlKey || event.metaKey || event.shiftKey,
        };
      },
      start: () => {
        inside.current = new Set();
        show();
      },
      stop: () => {
        inside.current = null;
      },
      /** True if the changes were about the frame. */
      take: (changes: readonly (NodeChange | EdgeChange)[]) => {
        if (!inside.current) return false;
        for (const change of changes) {
          if (change.type !== "select") continue;
          if (change.selected) inside.current.add(change.id);
          else inside.current.delete(change.id);
        }
        show();
        return true;
      },
    }),
    [store, show],
  );
}
