import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { clipboardText } from "../model/clipboard/clipboard-text.ts";
import { clippingOf } from "../model/clipboard/clipping.ts";
import { deleteSelection } from "../model/command/structure/delete-selection.ts";
import { paste } from "../model/command/structure/paste.ts";
import { withMembers } from "../model/group/groups-of.ts";
import { useDesignerStore } from "../store-context.ts";
import { textsOf } from "../texts/texts-of.ts";
import { designerAtHand } from "./at-hand.ts";
import { CANVAS_TEXTS } from "./canvas-texts.ts";
import { usePlaceForNew } from "./use-place-for-new.ts";

/**
 * Copy, cut and paste through the browser's own events, which need no permission. They count while the focus
 * is in the canvas or nowhere.
 */
export function useClipboard(): void {
  const store = useDesignerStore();
  const placeForNew = usePlaceForNew();
  const canvas = useStoreApi();
  useEffect(() => {
    const designer = () => canvas.getState().domNode?.closest<HTMLElement>(".fw-designer") ?? null;
    let pointer: { x: number; y: number } | undefined;
    const moved = (event: PointerEvent) => {
      const over = canvas.getState().domNode?.contains(event.target as globalThis.Node | null);
      pointer = over ? { x: event.clientX, y: event.clientY } : undefined;
    };
    const copy = (event: ClipboardEvent) => {
      if (!isForCanvas(designer())) return;
      const { definition, selection, notify, run, readOnly } = store.getState();
      const chosen = withMembers(definition, selection);
      const clipping = clippingOf(definition, chosen);
      if (!clipping || !event.clipboardData) return;
      event.clipboardData.setData("text/plain", clipboardText(clipping));
      event.preventDefault();
      if (event.type === "cut" && !readOnly) run(deleteSelection(chosen, { heal: false }));
      const count = clipping.nodes.length;
      notify("info", {
        en: textsOf(CANVAS_TEXTS, "en")("copied", { count }),
        "zh-CN": textsOf(CANVAS_TEXTS, "zh-CN")("copied", { count }),
      });
    };
    const pasted = async (event: ClipboardEvent) => {
      if (!isForCanvas(designer())) return;
      event.preventDefault();
      const { run, notify } = store.getState();
      const text = event.clipboardData?.getData("text/plain") ?? "";
      // The check of what comes from elsewhere is fetched when something does.
      const { parsedClipboard } = await import("../model/clipboard/parsed-clipboard.ts");
      const clipping = parsedClipboard(text);
      if (!clipping) {
        notify("refusal", {
          en: CANVAS_TEXTS.en.nothingToPaste,
          "zh-CN": CANVAS_TEXTS["zh-CN"].nothingToPaste,
        });
        return;
      }
      const { container, centre } = placeForNew(pointer);
      run(paste(clipping, { container, at: centre }));
    };
    const onPaste = (event: ClipboardEvent) => void pasted(event);
    window.addEventListener("pointermove", moved);
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("pointermove", moved);
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, placeForNew, canvas]);
}

function isForCanvas(designer: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return designerAtHand() === designer;
  if (["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName)) return false;
  if ((window.getSelection()?.toString() ?? "") !== "") return false;
  return designer?.contains(focused) === true && focused.closest(".fw-canvas") !== null;
}
