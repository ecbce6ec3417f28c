import { type RefObject, useEffect, useRef } from "react";

/** The keys that are held down beside the pointer. */
export interface Modifiers {
  readonly alt: boolean;
  readonly shift: boolean;
  readonly mod: boolean;
}

/** Always the keys held now; a drag asks for them at every move. */
export function useModifiers(): RefObject<Modifiers> {
  const held = useRef<Modifiers>({ alt: false, shift: false, mod: false });
  useEffect(() => {
    const take = (event: PointerEvent | KeyboardEvent | MouseEvent) => {
      held.current = { alt: event.altKey, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey };
    };
    const events = ["pointerdown", "pointermove", "mousemove", "keydown", "keyup"] as const;
    for (const name of events) window.addEventListener(name, take, true);
    return () => {
      for (const name of events) window.removeEventListener(name, take, true);
    };
  }, []);
  return held;
}
