import { inDesigner } from "../at-hand.ts";
import type { MenuPurpose } from "../canvas-ui.ts";
import type { Box } from "./place-beside.ts";

/** Share of the window beyond which something is the ground of a menu and not what it is about. */
const GROUND = 0.6;

/** Where that is on the screen which a menu is about, so that it can be seen beside it; null where it is nowhere. */
export function ownBoxOf(purpose: MenuPurpose): Box | null {
  const selector = selectorOf(purpose);
  const own = selector === null ? null : inDesigner(selector);
  const boxes = own ? [own.getBoundingClientRect()] : [];
  const before = own?.matches(".fw-v-gap") ? own.previousElementSibling : null;
  if (before?.matches(".fw-v-card:not([data-block])")) boxes.push(before.getBoundingClientRect());
  if (boxes.length === 0) return null;
  const box = {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  return box.bottom - box.top > window.innerHeight * GROUND ? null : box;
}

function selectorOf(purpose: MenuPurpose): string | null {
  switch (purpose.type) {
    case "append":
    case "branch":
      return step(purpose.source);
    case "replace":
      return step(purpose.node);
    case "attach":
      return step(purpose.step);
    case "gap":
      return `.fw-v-gap[data-gap="${CSS.escape(JSON.stringify(purpose.gap))}"]`;
    default:
      return null;
  }
}

function step(id: string): string {
  const named = CSS.escape(id);
  return `.react-flow__node[data-id="${named}"], .fw-v-card-row:has([data-stop="${named}"])`;
}
