import type { WorkflowDefinition } from "@flowright/definition";
import type { NodeChange } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { settle } from "../model/behaviour/settle.ts";
import { type Moves, moveNodes } from "../model/command/structure/move-nodes.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { snapped } from "../model/geometry/size-of.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";

/**
 * Steps being dragged. While the pointer is down the canvas shows the document as it would be; only letting
 * go makes a step of the history, so one drag is one undo. Esc puts everything back.
 */
export function useLiveMoves() {
  const store = useDesignerStore();
  const definition = useDesigner((state) => state.definition);
  const [moves, setMoves] = useState<Moves | null>(null);
  const latest = useRef<Map<string, { x: number; y: number }>>(new Map());
  const dragging = useRef(false);
  const cancelled = useRef(false);

  const shown = useMemo<WorkflowDefinition>(() => {
    if (!moves) return definition;
    const outcome = moveNodes(moves).execute(definition);
    return outcome.ok ? settle(definition, outcome.definition) : definition;
  }, [definition, moves]);

  const take = useCallback(
    (changes: readonly NodeChange[]) => {
      if (!dragging.current || cancelled.current) return;
      let any = false;
      for (const change of changes) {
        if (change.type !== "position" || !change.position) continue;
        const place = placesOf(store.getState().definition).get(change.id);
        if (!place) continue;
        const { x, y } = snapped({ ...place, ...change.position });
        latest.current.set(change.id, { x, y });
        any = true;
      }
      if (any) setMoves(new Map(latest.current));
    },
    [store],
  );

  const start = useCallback(() => {
    dragging.current = true;
    cancelled.current = false;
    latest.current = new Map();
  }, []);

  const stop = useCallback(() => {
    dragging.current = false;
    const made = latest.current;
    latest.current = new Map();
    setMoves(null);
    if (!cancelled.current && made.size > 0) store.getState().run(moveNodes(made));
  }, [store]);

  const cancel = useCallback(() => {
    if (!dragging.current) return false;
    cancelled.current = true;
    latest.current = new Map();
    setMoves(null);
    return true;
  }, []);

  return { shown, take, start, stop, cancel };
}
