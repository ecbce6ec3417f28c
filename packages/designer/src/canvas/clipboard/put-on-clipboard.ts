import { broughtBy } from "../../model/clipboard/brings.ts";
import { clipboardText } from "../../model/clipboard/clipboard-text.ts";
import { clippingOf } from "../../model/clipboard/clipping.ts";
import type { DesignerStore } from "../../model/designer-store.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";

/** Puts steps, with all that they refer to, on the clipboard of the event and says so; false if there are none. */
export function putOnClipboard(
  event: ClipboardEvent,
  store: DesignerStore,
  ids: readonly string[],
  leavesBy: readonly string[] = [],
): boolean {
  const { definition, notify, decisions } = store.getState();
  const clipping = clippingOf(definition, ids, leavesBy);
  if (!clipping || !event.clipboardData) return false;
  const { nodes, edges, open = [] } = clipping;
  const brings = broughtBy(definition, { nodes, edges: [...edges, ...open] }, decisions ?? []);
  event.clipboardData.setData("text/plain", clipboardText(brings ? { ...clipping, brings } : clipping));
  event.preventDefault();
  notify("info", inBothLanguages(CANVAS_TEXTS, "copied", { count: nodes.length }));
  return true;
}
