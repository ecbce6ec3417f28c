import type { WorkflowDefinition } from "@flowright/definition";
import { type NodeChange, useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { settle } from "../model/behaviour/settle.ts";
import { type Moves, moveNodes } from "../model/command/structure/move-nodes.ts";
import { useDesigner, useDesignerStore } from "../store-context.ts";
import { copiesAt } from "./arrange/copies-at.ts";
import { type Drag, dragged } from "./arrange/dragged.ts";
import { useModifiers } from "./arrange/use-modifiers.ts";

/** How near, on the screen, a step must come to be drawn to a helper line. */
const REACH = 5;

/**
 * Steps being dragged. While the pointer is down the canvas shows the document as it would be; only letting
 * go makes a step of the history, so one drag is one undo. Esc puts everything back. With Alt held copies are
 * dragged, with Shift along one axis, with Ctrl/⌘ no helper line draws.
 */
export function useLiveMoves() {
  const store = useDesignerStore();
  const flow = useReactFlow();
  const definition = useDesigner((state) => state.definition);
  const modifiers = useModifiers();
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef<Drag | null>(null);
  const dragging = useRef(false);
  const cancelled = useRef(false);
  const moves: Moves | null = drag && !drag.copies ? drag.moves : null;

  const shown = useMemo<WorkflowDefinition>(() => {
    if (!moves) return definition;
    const outcome = moveNodes(moves).execute(definition);
    return outcome.ok ? settle(definition, outcome.definition) : definition;
  }, [definition, moves]);

  const take = useCallback(
    (changes: readonly NodeChange[]) => {
      if (!dragging.current || cancelled.current) return;
      const to = new Map(
        changes.flatMap((change) =>
          change.type === "position" && change.position ? [[change.id, change.position] as const] : [],
        ),
      );
      if (to.size === 0) return;
      const { definition, selection } = store.getState();
      const made = dragged(definition, selection, to, modifiers.current, REACH / flow.getZoom());
      if (!made) return;
      latest.current = made;
      setDrag(made);
    },
    [store, flow, modifiers],
  );

  const start = useCallback(() => {
    dragging.current = true;
    cancelled.current = false;
    latest.current = null;
  }, []);

  const stop = useCallback(() => {
    dragging.current = false;
    const made = latest.current;
    latest.current = null;
    setDrag(null);
    if (cancelled.current || !made) return;
    const { definition, run } = store.getState();
    const copies = made.copies ? copiesAt(definition, made) : null;
    if (copies) run(copies);
    else if (!made.copies) run(moveNodes(made.moves));
  }, [store]);

  const cancel = useCallback(() => {
    if (!dragging.current) return false;
    cancelled.current = true;
    latest.current = null;
    setDrag(null);
    return true;
  }, []);

  return { shown, drag, take, start, stop, cancel };
}
