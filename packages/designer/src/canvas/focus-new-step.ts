import { inDesigner } from "./at-hand.ts";

/** The keyboard goes on from a step that was just made, once it is drawn. */
export function focusNewStep(id: string): void {
  requestAnimationFrame(() =>
    inDesigner(
      `.react-flow__node[data-id="${CSS.escape(id)}"], .fw-vertical [data-stop="${CSS.escape(id)}"]`,
    )?.focus({ preventScroll: true }),
  );
}
