import { type RefObject, useEffect } from "react";
import { designerAtHand } from "../canvas/at-hand.ts";
import { pasteText } from "../canvas/clipboard/paste-text.ts";
import { putOnClipboard } from "../canvas/clipboard/put-on-clipboard.ts";
import { paste } from "../model/command/structure/paste.ts";
import { indexOf } from "../model/document/index-of.ts";
import { carriedWith } from "../model/structure/edit/carried-with.ts";
import type { Gap } from "../model/structure/edit/insert-at.ts";
import { pasteAt } from "../model/structure/edit/paste-at.ts";
import { goneWith, removeItem } from "../model/structure/edit/remove-item.ts";
import { findItem, linesBehind } from "../model/structure/find-item.ts";
import { useDesignerStore } from "../store-context.ts";
import { removeWithWords } from "./remove-with-words.ts";
import { stopOf } from "./stops.ts";

/**
 * Copy, cut and paste of the column through the browser's own events. What is copied is what would be deleted: a
 * decision with its branches. It is pasted at the "+" that has the focus, else behind the selected step.
 */
export function useColumnClipboard(frame: RefObject<HTMLElement | null>): void {
  const store = useDesignerStore();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const place = placeIn(frame.current);
      const { definition, selection, readOnly } = store.getState();
      const id = [place?.stop, selection[0]].find((each) => indexOf(definition).nodes.has(each ?? ""));
      if (!place || id === undefined) return;
      const found = findItem(definition, id);
      const exits = found ? carriedWith(definition, found).exits : [];
      if (!putOnClipboard(event, store, [...goneWith(definition, id)], exits)) return;
      if (event.type === "cut" && !readOnly) removeWithWords(store, removeItem(id));
    };
    const pasted = async (event: ClipboardEvent) => {
      const place = placeIn(frame.current);
      if (!place || store.getState().readOnly) return;
      event.preventDefault();
      const { definition, selection } = store.getState();
      const into = place.stop?.startsWith("into-") ? place.stop.slice("into-".length) : null;
      const gap = gapFor(definition, place.stop, selection[0]);
      const outcome = await pasteText(store, event, (clipping) => {
        if (into !== null) return paste(clipping, { container: into, at: { x: 0, y: 0 } });
        return gap ? pasteAt(gap, clipping) : paste(clipping, { container: null, at: { x: 0, y: 0 } });
      });
      const made = outcome?.ok ? outcome.selection?.[0] : undefined;
      if (made !== undefined) {
        requestAnimationFrame(() => frame.current && stopOf(frame.current, made)?.focus());
      }
    };
    const onPaste = (event: ClipboardEvent) => void pasted(event);
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, frame]);
}

/** The stop that has the focus (none if nothing has); null while the keys belong to something else. */
function placeIn(column: HTMLElement | null): { readonly stop: string | undefined } | null {
  const focused = document.activeElement;
  if (!column || (window.getSelection()?.toString() ?? "") !== "") return null;
  if (!focused || focused === document.body) {
    return designerAtHand()?.contains(column) ? { stop: undefined } : null;
  }
  if (!column.contains(focused) || ["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName)) return null;
  return { stop: focused.closest<HTMLElement>("[data-stop]")?.dataset["stop"] };
}

function gapFor(
  definition: Parameters<typeof findItem>[0],
  stop: string | undefined,
  selected: string | undefined,
): Gap | null {
  if (stop?.startsWith("+")) return JSON.parse(stop.slice(1)) as Gap;
  const { nodes, edges } = indexOf(definition);
  const id = [stop, selected].find((each) => nodes.has(each ?? "") || edges.has(each ?? ""));
  if (id === undefined) return null;
  if (edges.has(id)) return { edges: [id] };
  const found = findItem(definition, id);
  const lines = found ? linesBehind(found) : [];
  if (lines.length > 0) return { edges: lines };
  if (found?.sequence.tail.type === "open") return { after: found.sequence.tail.source };
  // Nothing can follow an end: what is pasted there comes before it.
  return found && found.item.entry.length > 0 ? { edges: found.item.entry } : null;
}
