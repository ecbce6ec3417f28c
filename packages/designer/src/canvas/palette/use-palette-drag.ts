import { useReactFlow } from "@xyflow/react";
import { type PointerEvent as ReactPointerEvent, useCallback, useRef } from "react";
import type { Command } from "../../model/command/command.ts";
import { addNode } from "../../model/command/structure/add-node.ts";
import { appendNode } from "../../model/command/structure/append-node.ts";
import { insertOnEdge } from "../../model/command/structure/insert-on-edge.ts";
import { indexOf } from "../../model/document/index-of.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { isGateway } from "../../model/geometry/size-of.ts";
import { canDrop, type DropTarget } from "../../model/rule/can-drop.ts";
import { isReached, leadsOn } from "../../model/rule/leads-on.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";
import { dropTargetAt } from "./drop-target-at.ts";

/** Pixels before a press becomes a drag. */
const THRESHOLD = 5;

/**
 * Dragging from the palette with pointer events, so that mouse, pen and finger do the same. A press that does
 * not move is a click, which appends to the selected step or adds to the middle.
 */
export function usePaletteDrag() {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const placeForNew = usePlaceForNew();
  const dragged = useRef(false);

  const drop = useCallback(
    (element: ElementType, at: { x: number; y: number }) => {
      if (ui.getState().view === "vertical") {
        ui.getState().column?.drop(element, at);
        return;
      }
      const target = dropTargetAt(store.getState().definition, element, at, placeForNew);
      if (target === null) return;
      const { run, notify, definition } = store.getState();
      const allowed = canDrop(definition, element, target);
      if (allowed !== true) notify("refusal", allowed.message);
      else run(dropOn(element, target) ?? addNode(element, placeForNew(at)));
    },
    [store, ui, placeForNew],
  );

  const begin = useCallback(
    (element: ElementType, event: ReactPointerEvent<HTMLElement>) => {
      dragged.current = false;
      if (event.button !== 0 || store.getState().readOnly) return;
      const from = { x: event.clientX, y: event.clientY };
      const { pointerId, currentTarget } = event;
      const move = (now: PointerEvent) => {
        if (now.pointerId !== pointerId) return;
        if (!dragged.current && Math.hypot(now.clientX - from.x, now.clientY - from.y) < THRESHOLD) return;
        dragged.current = true;
        const at = { x: now.clientX, y: now.clientY };
        if (ui.getState().view === "vertical") {
          ui.getState().column?.over(element, at);
          return;
        }
        const { definition } = store.getState();
        const target = dropTargetAt(definition, element, at, placeForNew);
        const allowed = target === null ? true : canDrop(definition, element, target);
        const { drag, preview } = ui.getState();
        const free = allowed === true ? target : null;
        ui.getState().set({
          drag: { element, at, target: free, refusal: allowed === true ? null : allowed.message },
          // Shown anew only where it changes: working it out takes longer than a move of the mouse.
          preview: isSameTarget(drag?.target ?? null, free) ? preview : dropOn(element, free),
        });
      };
      const finish = (last: PointerEvent) => {
        if (last.pointerId !== pointerId) return;
        leave();
        if (dragged.current && last.type === "pointerup") {
          drop(element, { x: last.clientX, y: last.clientY });
          ui.getState().set({ paletteOpen: false });
        }
      };
      const onEscape = (key: KeyboardEvent) => {
        if (key.key === "Escape") leave();
      };
      const leave = () => {
        ui.getState().column?.leave();
        ui.getState().set({ drag: null, preview: null });
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", finish);
        window.removeEventListener("pointercancel", finish);
        window.removeEventListener("keydown", onEscape, true);
      };
      // A finger's events would otherwise all go to the palette; the canvas below must be found.
      if (currentTarget.hasPointerCapture(pointerId)) currentTarget.releasePointerCapture(pointerId);
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", finish);
      window.addEventListener("pointercancel", finish);
      window.addEventListener("keydown", onEscape, true);
    },
    [store, ui, drop, placeForNew],
  );

  const click = useCallback(
    (element: ElementType) => {
      // The click that ends a drag is not one.
      if (dragged.current) {
        dragged.current = false;
        return;
      }
      if (ui.getState().view === "vertical") {
        ui.getState().column?.behindSelected(element);
        ui.getState().set({ paletteOpen: false });
        return;
      }
      const { run, selection, definition } = store.getState();
      const { nodes, edges, outgoing } = indexOf(definition);
      const only = selection.length === 1 ? selection[0] : undefined;
      const step = only === undefined ? undefined : nodes.get(only)?.node;
      const onLine = only !== undefined && edges.has(only) && element.kind !== "end" && isReached(element);
      let outcome: ReturnType<typeof run>;
      if (only !== undefined && onLine) outcome = run(insertOnEdge(only, element));
      else if (step && element.kind === "boundary") outcome = run(addNode(element, { attachedTo: step.id }));
      else if (step && leadsOn(step) && isReached(element)) {
        const onward = outgoing.get(step.id) ?? [];
        const branches = isGateway(step.kind);
        const first = onward[0];
        // Behind a step that already leads on, the new one goes in between; a gateway gets another branch.
        const between = first !== undefined && !branches && element.kind !== "end";
        outcome = run(between ? insertOnEdge(first.id, element) : appendNode(step.id, element));
      } else outcome = run(addNode(element, placeForNew()));
      ui.getState().set({ paletteOpen: false });
      const made = outcome.ok ? outcome.selection?.[0] : undefined;
      const place = made === undefined ? null : absolutePlace(store.getState().definition, made);
      if (place) {
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
          zoom: Math.max(0.6, flow.getZoom()),
          duration: 160,
        });
      }
    },
    [store, ui, flow, placeForNew],
  );

  return { begin, click };
}

/** What dropping an element on a line or a step does; null on free ground, where it stays under the pointer. */
function dropOn(element: ElementType, target: DropTarget | null): Command | null {
  if (target?.type === "edge") return insertOnEdge(target.edge, element);
  return target?.type === "step" ? addNode(element, { attachedTo: target.step }) : null;
}

function isSameTarget(one: DropTarget | null, other: DropTarget | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
