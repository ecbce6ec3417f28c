import type { Clipping } from "../../model/clipboard/clipping.ts";
import { arrivalIn, pasteWith } from "../../model/clipboard/into-flow.ts";
import type { Command, Outcome } from "../../model/command/command.ts";
import type { DesignerStore } from "../../model/designer-store.ts";
import { inBothLanguages } from "../../texts/in-both-languages.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { arrivalWords } from "./arrival-words.ts";

/** Pastes the steps on the clipboard with what they refer to and says what came along; null if it holds no steps. */
export async function pasteText(
  store: DesignerStore,
  event: ClipboardEvent,
  paste: (clipping: Clipping) => Command,
): Promise<Outcome | null> {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  // The check of what comes from elsewhere is fetched when something does.
  const { parsedClipboard } = await import("../../model/clipboard/parsed-clipboard.ts");
  const { run, notify, definition, decisions } = store.getState();
  const clipping = parsedClipboard(text);
  if (!clipping) {
    notify("refusal", inBothLanguages(CANVAS_TEXTS, "nothingToPaste"));
    return null;
  }
  const arrival = arrivalIn(definition, clipping, decisions);
  const outcome = run(pasteWith(arrival, paste));
  const words = outcome.ok ? arrivalWords(arrival) : null;
  if (words) notify("info", words);
  return outcome;
}
