import { type PointerEvent, useRef, useState } from "react";
import type { FieldPlace } from "./edit/section-edits.ts";

interface Reorder {
  /** The field that is being dragged. */
  readonly dragged: FieldPlace | null;
  /** Where it would be put down: before this place. */
  readonly target: FieldPlace | null;
  readonly handle: (place: FieldPlace) => {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
}

/**
 * Dragging of fields by pointer, so that mouse, pen and touch are one. Rows carry `data-place="section:index"`;
 * the upper half of a row means before it, the lower half after it.
 */
export function useReorder(onMove: (from: FieldPlace, to: FieldPlace) => void): Reorder {
  const [dragged, setDragged] = useState<FieldPlace | null>(null);
  const [target, setTarget] = useState<FieldPlace | null>(null);
  const latest = useRef<FieldPlace | null>(null);
  const stop = () => {
    setDragged(null);
    setTarget(null);
    latest.current = null;
  };
  return {
    dragged,
    target,
    handle: (place) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(place);
      },
      onPointerMove(event) {
        if (!dragged) return;
        const next = placeUnder(event.clientX, event.clientY);
        if (!next) return;
        latest.current = next;
        setTarget(next);
      },
      onPointerUp() {
        const to = latest.current;
        stop();
        if (to && dragged) onMove(dragged, to);
      },
      onPointerCancel: stop,
    }),
  };
}

function placeUnder(x: number, y: number): FieldPlace | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const row = element.closest<HTMLElement>("[data-place]");
    const match = /^(\d+):(\d+)$/.exec(row?.dataset["place"] ?? "");
    if (!row || !match) continue;
    const box = row.getBoundingClientRect();
    const after = row.dataset["end"] === undefined && y > box.top + box.height / 2 ? 1 : 0;
    return { section: Number(match[1]), index: Number(match[2]) + after };
  }
  return null;
}
