import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { useDesignerStore } from "../../store-context.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { isComposing } from "./composing.ts";
import { shortcutFor } from "./shortcut-for.ts";
import type { ShortcutAction } from "./shortcuts.ts";
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
      if (ui.getState().linking && !event.defaultPrevented && !isComposing(event) && linking.key(event))
        return;
      const shortcut = shortcutFor(event, store.getState());
      if (!shortcut) return;
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
