import type { BilingualText } from "@flowright/definition";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";

/**
 * Copy and cut chosen in a menu go through the browser's own events, like their keys. Reading the clipboard needs a
 * permission that only the browser can give; where it does not, the key still works, and `say` is told so.
 */
export function fromMenu(action: "copy" | "cut" | "paste", say: (why: BilingualText) => void): boolean {
  if (action !== "paste") return document.execCommand(action);
  const refuse = (key: "nothingToPaste" | "mayNotPaste") => say(inBothLanguages(CANVAS_TEXTS, key));
  const read = navigator.clipboard?.readText() ?? Promise.reject(new Error("No clipboard"));
  read.then(
    (text) => {
      if (text === "") return refuse("nothingToPaste");
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    },
    () => refuse("mayNotPaste"),
  );
  return true;
}
