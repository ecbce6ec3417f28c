import type { View } from "../canvas/canvas-ui.ts";

/** Below this width a flow is shown as a column unless somebody chose otherwise. */
const NARROW = 640;

const keyFor = (width: number): string => `flowright.designer.view.${width < NARROW ? "narrow" : "wide"}`;

/** The view chosen last at such a width; to begin with the column on a phone, the canvas elsewhere. */
export function rememberedView(width: number): View {
  const stored = read(keyFor(width));
  if (stored === "canvas" || stored === "vertical") return stored;
  return width < NARROW ? "vertical" : "canvas";
}

export function rememberView(width: number, view: View): void {
  try {
    localStorage.setItem(keyFor(width), view);
  } catch {
    // A page may be forbidden to keep anything; then the choice lasts as long as the page.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
