import { type FormEvent, type KeyboardEvent, useMemo } from "react";
import type { DesignerStore } from "../../model/designer-store.ts";
import { isComposing } from "./composing.ts";
import { actionFor } from "./shortcuts.ts";

/**
 * Undo while a field of the properties has the focus: what was typed into that field is the browser's to take
 * back, anything before it is the document's. Otherwise undo would seem dead as soon as a panel opens.
 */
export function useUndoInFields(store: DesignerStore): {
  onInput(event: FormEvent): void;
  onBlur(): void;
  onKeyDown(event: KeyboardEvent): void;
} {
  return useMemo(() => {
    let typedInto: EventTarget | null = null;
    return {
      onInput(event) {
        typedInto = event.target;
      },
      onBlur() {
        typedInto = null;
      },
      onKeyDown(event) {
        if (event.defaultPrevented || isComposing(event) || typedInto === event.target) return;
        if (!(event.target as HTMLElement).closest(".fw-side")) return;
        const action = actionFor(event.nativeEvent)?.action;
        if (action !== "undo" && action !== "redo") return;
        event.preventDefault();
        if (action === "undo") store.getState().undo();
        else store.getState().redo();
      },
    };
  }, [store]);
}
