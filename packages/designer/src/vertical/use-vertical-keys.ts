import { type RefObject, useCallback } from "react";
import { type CanvasUiStore, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { shortcutFor } from "../canvas/keys/shortcut-for.ts";
import type { Shortcut, ShortcutAction } from "../canvas/keys/shortcuts.ts";
import type { DesignerStore } from "../model/designer-store.ts";
import { indexOf } from "../model/document/index-of.ts";
import { findItem, linesBehind } from "../model/structure/find-item.ts";
import { useDesignerStore } from "../store-context.ts";
import { inBothLanguages } from "../texts/in-both-languages.ts";
import {
  duplicateHere,
  type KeyPlace,
  moveHere,
  placeOf,
  removeHere,
  reorderHere,
} from "./keys/edit-here.ts";
import { sideways, walk } from "./keys/walk.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Keys of the column, out of the same table as those of the canvas. They rest while somebody types or composes. */
export function useVerticalKeys(frame: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  return useCallback(
    (event) => {
      const column = frame.current;
      const shortcut = shortcutFor(event, store.getState());
      if (!column || !shortcut) return;
      const place = placeOf(store, column, event.target as HTMLElement);
      const done =
        goes(shortcut.action, place) ??
        edits(shortcut.action, place, ui) ??
        (opens(shortcut.action, event.key, place, store, ui) || sayOnlyOnCanvas(shortcut, store));
      if (!done) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [store, ui, frame],
  );
}

const ONLY_ON_CANVAS: ReadonlySet<ShortcutAction> = new Set([
  ...(["alignLeft", "alignCentre", "alignRight", "alignTop", "alignMiddle", "alignBottom"] as const),
  ...(["distributeX", "distributeY", "tidy", "addBeside", "connect", "selectBranch", "space"] as const),
  ...(["group", "ungroup", "foldGroup", "extract", "enter", "lanes"] as const),
]);

/** A key that means something on the canvas alone says so. */
function sayOnlyOnCanvas({ action, label }: Shortcut, store: DesignerStore): boolean {
  if (!ONLY_ON_CANVAS.has(action)) return false;
  const words = inBothLanguages(VERTICAL_TEXTS, "onlyOnCanvas", (language) => ({ what: label[language] }));
  store.getState().notify("info", words);
  return true;
}

/** Null: not a key of this sort. */
type Done = boolean | null;

function goes(action: ShortcutAction, place: KeyPlace): Done {
  switch (action) {
    case "down":
      return walk(place, 1);
    case "up":
      return walk(place, -1);
    case "next":
      return sideways(place, 1);
    case "previous":
      return sideways(place, -1);
    case "first":
      return walk(place, Number.NEGATIVE_INFINITY);
    case "last":
      return walk(place, Number.POSITIVE_INFINITY);
    default:
      return null;
  }
}

function edits(action: ShortcutAction, place: KeyPlace, ui: CanvasUiStore): Done {
  switch (action) {
    case "moveDown":
      return moveHere(place, 1);
    case "moveUp":
      return moveHere(place, -1);
    case "moveRight":
      return reorderHere(place, 1);
    case "moveLeft":
      return reorderHere(place, -1);
    case "delete":
    case "deleteHeal":
      return removeHere(place);
    case "duplicate":
      return duplicateHere(place);
    case "add":
    case "append":
      return openBehind(place, ui);
    case "replace":
      if (place.node === null) return false;
      ui.getState().set({ menu: { purpose: { type: "replace", node: place.node }, at: pointBeside(place) } });
      return true;
    default:
      return null;
  }
}

function opens(
  action: ShortcutAction,
  key: string,
  { id }: KeyPlace,
  store: DesignerStore,
  ui: CanvasUiStore,
): boolean {
  const { undo, redo, select, focusField, definition } = store.getState();
  switch (action) {
    case "edit": {
      // Enter presses the button that has the focus.
      if (key === "Enter") return false;
      const { nodes, edges } = indexOf(definition);
      const path = (nodes.get(id ?? "") ?? edges.get(id ?? ""))?.path;
      if (id !== null && path !== undefined) focusField(id, `${path}/name`);
      return true;
    }
    case "undo":
      undo();
      return true;
    case "redo":
      redo();
      return true;
    case "view":
      ui.getState().set({ view: "canvas" });
      return true;
    case "help":
      ui.getState().set({ shortcutsOpen: true });
      return true;
    case "leave":
      select([]);
      return true;
    default:
      return false;
  }
}

function openBehind(place: KeyPlace, ui: CanvasUiStore): boolean {
  const { node, active, id, store } = place;
  if (active && id?.startsWith("+")) {
    active.click();
    return true;
  }
  if (node === null) return false;
  const found = findItem(store.getState().definition, node);
  const lines = found ? linesBehind(found) : [];
  const gap = lines.length > 0 ? { edges: lines } : { after: node };
  ui.getState().set({ menu: { purpose: { type: "gap", gap }, at: pointBeside(place) } });
  return true;
}

function pointBeside({ active, column }: KeyPlace): { x: number; y: number } {
  const box = (active ?? column).getBoundingClientRect();
  return { x: box.right + 8, y: box.top };
}
