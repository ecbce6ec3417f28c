import { type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { sortOf } from "./sort-of.ts";

/** How long a finger rests before the menu opens, in milliseconds, and how far it may tremble. */
const LONG = 500;
const STILL = 8;

/** Opens the menu of actions by a right click, by the key for it, or by a finger that rests. */
export function useActionMenu() {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  return useMemo(() => {
    const open = (target: Element, at: { x: number; y: number }) => {
      const id = elementOf(target);
      const { definition, selection, select } = store.getState();
      if (id === null) select([]);
      else if (!selection.includes(id)) select([id]);
      ui.getState().set({
        menu: null,
        actions: { sort: sortOf(definition, store.getState().selection), at },
      });
    };
    const letGo = () => {
      if (press.current) clearTimeout(press.current.timer);
      press.current = null;
    };
    return {
      onContextMenu: (event: MouseEvent) => {
        event.preventDefault();
        const target = event.target as Element;
        // A finger that rests has opened it already.
        if (ui.getState().actions || isOwn(target)) return;
        letGo();
        open(target, { x: event.clientX, y: event.clientY });
      },
      onPointerDown: (event: PointerEvent) => {
        letGo();
        const target = event.target as Element;
        if (event.pointerType !== "touch" || isOwn(target)) return;
        const at = { x: event.clientX, y: event.clientY };
        press.current = {
          ...at,
          timer: setTimeout(() => {
            press.current = null;
            swallowClick();
            open(target, at);
          }, LONG),
        };
      },
      onPointerMove: (event: PointerEvent) => {
        const began = press.current;
        if (began && Math.hypot(event.clientX - began.x, event.clientY - began.y) > STILL) letGo();
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    };
  }, [store, ui]);
}

/** Lifting the finger is a click on what lies there by then, which is the menu: it must not choose anything. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    forget();
  };
  const forget = () => {
    window.removeEventListener("click", swallow, true);
    window.removeEventListener("pointerdown", forget, true);
  };
  window.addEventListener("click", swallow, true);
  window.addEventListener("pointerdown", forget, true);
}

/** The step, line or group under the pointer, or null for the ground. */
function elementOf(target: Element): string | null {
  const node = target.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
  const line = target.closest<HTMLElement>(".react-flow__edge, .fw-line-label")?.dataset["id"];
  return node ?? line ?? null;
}

/** The tools over the ground have no menu of their own. */
function isOwn(target: Element): boolean {
  return target.closest(".fw-step-tools, .fw-line-tools, .react-flow__minimap") !== null;
}
