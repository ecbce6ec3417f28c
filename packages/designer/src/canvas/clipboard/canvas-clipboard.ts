import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { paste } from "../../model/command/structure/paste.ts";
import type { DesignerStore } from "../../model/designer-store.ts";
import { withMembers } from "../../model/group/groups-of.ts";
import { designerAtHand } from "../at-hand.ts";
import type { usePlaceForNew } from "../use-place-for-new.ts";
import { pasteText } from "./paste-text.ts";
import { putOnClipboard } from "./put-on-clipboard.ts";

/**
 * Copy, cut and paste through the browser's own events, which need no permission. They count while the focus is in the
 * canvas or nowhere. Gives back what ends that.
 */
export function listen(
  store: DesignerStore,
  placeForNew: ReturnType<typeof usePlaceForNew>,
  designer: () => HTMLElement | null,
): () => void {
  let pointer: { x: number; y: number } | undefined;
  const moved = (event: PointerEvent) => {
    const over = designer()
      ?.querySelector(".fw-canvas")
      ?.contains(event.target as globalThis.Node | null);
    pointer = over ? { x: event.clientX, y: event.clientY } : undefined;
  };
  const copy = (event: ClipboardEvent) => {
    if (!isForCanvas(designer())) return;
    const { definition, selection, run, readOnly } = store.getState();
    const chosen = withMembers(definition, selection);
    if (!putOnClipboard(event, store, chosen)) return;
    if (event.type === "cut" && !readOnly) run(deleteSelection(chosen, { heal: false }));
  };
  const pasted = (event: ClipboardEvent) => {
    if (!isForCanvas(designer())) return;
    event.preventDefault();
    const { container, centre } = placeForNew(pointer);
    void pasteText(store, event, (clipping) => paste(clipping, { container, at: centre }));
  };
  window.addEventListener("pointermove", moved);
  document.addEventListener("copy", copy);
  document.addEventListener("cut", copy);
  document.addEventListener("paste", pasted);
  return () => {
    window.removeEventListener("pointermove", moved);
    document.removeEventListener("copy", copy);
    document.removeEventListener("cut", copy);
    document.removeEventListener("paste", pasted);
  };
}

function isForCanvas(designer: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return designerAtHand() === designer;
  if (["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName)) return false;
  if ((window.getSelection()?.toString() ?? "") !== "") return false;
  return designer?.contains(focused) === true && focused.closest(".fw-canvas") !== null;
}
