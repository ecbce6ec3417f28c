import { preferences } from "../coach/preferences.ts";
import { isComposing } from "./composing.ts";
import { actionFor, type Shortcut } from "./shortcuts.ts";

/**
 * The entry of the table that a key press asks for; null while somebody types or composes a word, where nothing may be
 * changed, and for keys of one character where these are switched off.
 */
export function shortcutFor(
  event: KeyboardEvent,
  { readOnly }: { readonly readOnly: boolean },
): Shortcut | null {
  if (event.defaultPrevented || isComposing(event) || isTyping(event.target)) return null;
  const shortcut = actionFor(event);
  if (!shortcut || (readOnly && !shortcut.reading)) return null;
  return isCharacterKey(shortcut) && !preferences.getState().letterKeys ? null : shortcut;
}

/** A key that types something where there is a field (WCAG 2.1.4). */
export function isCharacterKey({ keys, mod, alt }: Shortcut): boolean {
  return !mod && !alt && (keys[0]?.length ?? 0) === 1;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
      target.closest('[role="dialog"], dialog') !== null)
  );
}
