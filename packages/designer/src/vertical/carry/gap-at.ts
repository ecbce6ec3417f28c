import { designerAtHand } from "../../canvas/at-hand.ts";

/** How far a "+" may be from the pointer to be meant, in pixels. */
const REACH = 96;

/** The place of a column nearest to a point of the window, as written on its "+"; null if none is near. */
export function gapAt(at: { readonly x: number; readonly y: number }): string | null {
  let best: { key: string; distance: number } | null = null;
  for (const element of designerAtHand()?.querySelectorAll<HTMLElement>(".fw-vertical [data-gap]") ?? []) {
    const box = element.getBoundingClientRect();
    const dx = Math.max(box.left - at.x, 0, at.x - box.right);
    const dy = at.y - (box.top + box.height / 2);
    const distance = Math.hypot(dx, dy);
    if (distance < (best?.distance ?? REACH)) best = { key: element.dataset["gap"] ?? "", distance };
  }
  return best?.key ?? null;
}
