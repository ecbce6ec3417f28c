import { type PointerEvent as ReactPointerEvent, useCallback } from "react";
import { useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import type { Gap } from "../../model/structure/edit/insert-at.ts";
import { moveItem } from "../../model/structure/edit/move-item.ts";
import { useDesignerStore } from "../../store-context.ts";
import { gapAt } from "./gap-at.ts";

/** Pixels before a press becomes a drag. */
const THRESHOLD = 6;
/** Near the border of the view, in pixels, it scrolls by a part of the distance. */
const BORDER = 48;

/** Carrying a card to another "+" with pointer events: with the mouse by the card, with a finger by its grip. */
export function useCardDrag(): (event: ReactPointerEvent<HTMLElement>, id: string, name: string) => void {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useCallback(
    (event, id, name) => {
      if (event.button !== 0 || store.getState().readOnly) return;
      const from = { x: event.clientX, y: event.clientY };
      const { pointerId, currentTarget } = event;
      const view = currentTarget.closest<HTMLElement>(".fw-vertical");
      let dragged = false;
      const move = (now: PointerEvent) => {
        if (now.pointerId !== pointerId) return;
        const at = { x: now.clientX, y: now.clientY };
        if (!dragged && Math.hypot(at.x - from.x, at.y - from.y) < THRESHOLD) return;
        dragged = true;
        if (view) scrollNearBorder(view, at);
        const key = gapAt(at);
        const tried =
          key === null ? null : moveItem(id, JSON.parse(key) as Gap).execute(store.getState().definition);
        const refusal = tried && !tried.ok ? tried.refusal.message : null;
        ui.getState().set({ carried: { name, at, gap: refusal ? null : key, refusal } });
      };
      const finish = (last: PointerEvent) => {
        if (last.pointerId !== pointerId) return;
        const gap = ui.getState().carried?.gap ?? null;
        leave();
        if (dragged) swallowClick();
        if (dragged && last.type === "pointerup" && gap !== null) {
          store.getState().run(moveItem(id, JSON.parse(gap) as Gap));
        }
      };
      const onEscape = (key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.stopPropagation();
        leave();
        if (dragged) swallowClick();
      };
      const leave = () => {
        ui.getState().set({ carried: null });
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", finish);
        window.removeEventListener("pointercancel", finish);
        window.removeEventListener("keydown", onEscape, true);
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", finish);
      window.addEventListener("pointercancel", finish);
      window.addEventListener("keydown", onEscape, true);
    },
    [store, ui],
  );
}

function scrollNearBorder(view: HTMLElement, at: { x: number; y: number }): void {
  const box = view.getBoundingClientRect();
  const beyond = (low: number, high: number, point: number) =>
    point < low + BORDER ? point - low - BORDER : point > high - BORDER ? point - high + BORDER : 0;
  view.scrollBy(beyond(box.left, box.right, at.x) / 3, beyond(box.top, box.bottom, at.y) / 3);
}

/** The click that ends a drag is not one. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
