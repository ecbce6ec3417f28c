import type { WorkflowDefinition } from "@flowright/definition";
import { type RefObject, useEffect } from "react";
import type { DesignerStore } from "../../../model/designer-store.ts";
import type { CanvasUi, CanvasUiStore } from "../../canvas-ui.ts";
import { type AwaitedField, holdKeys } from "./held-keys.ts";

/** Keys typed right after a part was asked for wait for it, if it has yet to be fetched. */
export function useKeysAhead(
  store: DesignerStore,
  ui: CanvasUiStore,
  frame: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const hold = (awaited: AwaitedField) => {
      // React draws what is there already in the next task of this turn; only what is not is waited for.
      queueMicrotask(() => queueMicrotask(() => frame.current && holdKeys(frame.current, awaited)));
    };
    const ends = [
      ui.subscribe((now, before) => {
        const awaited = SURFACES.find(({ isOpen }) => isOpen(now) && !isOpen(before));
        if (awaited)
          hold({ selector: awaited.selector, onGivenUp: () => ui.getState().set(awaited.closed(now)) });
      }),
      store.subscribe((now, before) => {
        if (now.focusRequest !== before.focusRequest) {
          // A trial stands where the details would.
          if (ui.getState().playing) return;
          const onGivenUp = () => store.getState().openPanel(false);
          hold({ selector: ".fw-side :is(input, textarea, select)", onGivenUp });
        } else if (writesNote(now.definition, before.definition)) {
          hold({ selector: ".fw-note-editor", onGivenUp: () => store.getState().undo() });
        }
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [store, ui, frame]);
}

/** Whether a note came that is still to be written. */
function writesNote(now: WorkflowDefinition, before: WorkflowDefinition): boolean {
  const notes = now.drawing?.notes ?? [];
  return notes.length > (before.drawing?.notes?.length ?? 0) && notes.at(-1)?.text === "";
}

const SURFACES: readonly {
  readonly isOpen: (ui: CanvasUi) => boolean;
  readonly selector: string;
  readonly closed: (ui: CanvasUi) => Partial<Omit<CanvasUi, "set">>;
}[] = [
  { isOpen: (ui) => ui.findOpen, selector: ".fw-find", closed: () => ({ findOpen: false }) },
  { isOpen: (ui) => ui.commandsOpen, selector: ".fw-commands", closed: () => ({ commandsOpen: false }) },
  { isOpen: (ui) => ui.shortcutsOpen, selector: ".fw-sheet", closed: () => ({ shortcutsOpen: false }) },
  { isOpen: (ui) => ui.menu !== null, selector: ".fw-menu", closed: () => ({ menu: null }) },
  {
    isOpen: (ui) => ui.threads.open !== null && "begin" in ui.threads.open,
    selector: ".fw-comments",
    closed: ({ threads }) => ({ threads: { ...threads, open: null } }),
  },
];
