import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { actionFor, type Shortcut, type ShortcutAction } from "./shortcuts.ts";
import { useActions } from "./use-actions.ts";
import { useLinking } from "./use-linking.ts";

/** Keys of the canvas. They rest while somebody types, composes a Chinese word, or uses a menu. */
export function useCanvasKeys({
  cursor,
  focusStep,
  cancelDrag,
}: {
  readonly cursor: string | null;
  readonly focusStep: (id: string) => void;
  readonly cancelDrag: () => boolean;
}): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Carries out an action that was chosen otherwise than by its key. */
  readonly act: (action: ShortcutAction) => void;
} {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const linking = useLinking();
  const act = useActions({ cursor, focusStep, cancelDrag, flow, linking });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (ui.getState().linking && linking.key(event)) return;
      const shortcut: Shortcut | null = actionFor(event);
      if (!shortcut || (store.getState().readOnly && !shortcut.reading)) return;
      // The browser's own copy and paste events carry the clipboard without asking for permission.
      if (shortcut.action === "copy" || shortcut.action === "cut" || shortcut.action === "paste") return;
      if (act(shortcut.action, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [store, ui, linking, act],
  );
  return { onKeyDown, act };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const element = target;
  return (
    element.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName) ||
    element.closest('[role="dialog"]') !== null
  );
}
