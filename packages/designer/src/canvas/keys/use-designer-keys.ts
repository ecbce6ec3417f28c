import { type RefObject, useCallback, useEffect } from "react";
import type { DesignerStore } from "../../model/designer-store.ts";
import { designerAtHand } from "../at-hand.ts";
import type { CanvasUiStore } from "../canvas-ui.ts";
import { shortcutFor } from "./shortcut-for.ts";
import type { Shortcut, ShortcutAction } from "./shortcuts.ts";
import { shortcutOf } from "./shortcuts.ts";

/** The parts of the screen that F6 goes through, in the order in which they are looked at. */
const REGIONS = [".fw-toolbar", ".fw-palette", ".fw-canvas, .fw-vertical", ".fw-problems", ".fw-side"];
const FIRST =
  '[tabindex="0"], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), select, textarea, summary';

/**
 * Keys and commands that are the same in both views: find, commands, comments, notes, the parts of the screen. Every
 * other action goes to the view that is shown.
 */
export function useDesignerKeys(
  store: DesignerStore,
  ui: CanvasUiStore,
  frame: RefObject<HTMLElement | null>,
  addNote: () => void,
): (action: ShortcutAction) => void {
  const own = useCallback(
    (action: ShortcutAction): boolean => {
      const { threads, commenting } = ui.getState();
      switch (action) {
        case "find":
          // Opened again it begins anew, as it does everywhere else; within this turn, so that no letter gets lost.
          ui.getState().set({ findOpen: false });
          queueMicrotask(() => queueMicrotask(() => ui.getState().set({ findOpen: true })));
          return true;
        case "commands":
          ui.getState().set({ commandsOpen: true, menu: null });
          return true;
        case "comment":
          ui.getState().set({ commenting: !commenting });
          return true;
        case "comments":
          ui.getState().set({ threads: { ...threads, listOpen: !threads.listOpen } });
          return true;
        case "note":
          addNote();
          return true;
        case "help":
          ui.getState().set({ shortcutsOpen: true });
          return true;
        case "region":
          return goToNextRegion(frame.current);
        default:
          return false;
      }
    },
    [ui, frame, addNote],
  );

  const act = useCallback(
    (action: ShortcutAction) => {
      if (own(action)) return;
      const onCanvas = ui.getState().act;
      const shortcut = shortcutOf(action);
      // The dialog gives the focus back first.
      requestAnimationFrame(() => {
        if (onCanvas) onCanvas(action);
        else if (shortcut) pressIn(frame.current, shortcut);
      });
    },
    [own, ui, frame],
  );

  const pressed = useCallback(
    (event: KeyboardEvent) => {
      // Ctrl+F and Ctrl+K count in fields, too.
      const anywhere = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const letter = event.key.toLowerCase();
      const found: ShortcutAction | null =
        anywhere && !event.defaultPrevented && (letter === "f" || letter === "k")
          ? letter === "f"
            ? "find"
            : "commands"
          : (shortcutFor(event, store.getState())?.action ?? null);
      if (event.key === "Escape" && ui.getState().commenting && !event.defaultPrevented) {
        ui.getState().set({ commenting: false });
      } else if (found === null || inDialog(event.target) || !own(found)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [store, ui, own],
  );

  // The designer's own keys come before those of the view and of the page around it, also where nothing has the focus.
  useEffect(() => {
    const designer = frame.current;
    const unfocused = (event: KeyboardEvent) => {
      if (event.target === document.body && designerAtHand() === designer) pressed(event);
    };
    designer?.addEventListener("keydown", pressed);
    window.addEventListener("keydown", unfocused, true);
    return () => {
      designer?.removeEventListener("keydown", pressed);
      window.removeEventListener("keydown", unfocused, true);
    };
  }, [frame, pressed]);
  return act;
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], dialog') !== null;
}

function goToNextRegion(designer: HTMLElement | null): boolean {
  const regions = REGIONS.flatMap((selector) => {
    const region = designer?.querySelector<HTMLElement>(selector);
    const first = region?.querySelector<HTMLElement>(FIRST);
    return region && first && first.getClientRects().length > 0 ? [{ region, first }] : [];
  });
  const at = regions.findIndex(({ region }) => region.contains(document.activeElement));
  regions[(at + 1) % Math.max(1, regions.length)]?.first.focus();
  return true;
}

/** The key of an action, pressed where the keyboard is in the column. */
function pressIn(designer: HTMLElement | null, { keys, mod, shift, alt }: Shortcut): void {
  const column = designer?.querySelector<HTMLElement>(".fw-vertical");
  const stop = column?.querySelector<HTMLElement>('[data-stop][tabindex="0"]') ?? column;
  stop?.dispatchEvent(
    new KeyboardEvent("keydown", {
      key: keys[0] ?? "",
      ctrlKey: mod ?? false,
      shiftKey: shift ?? false,
      altKey: alt ?? false,
      bubbles: true,
      cancelable: true,
    }),
  );
}
