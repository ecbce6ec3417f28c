import { inDesigner } from "../at-hand.ts";
import type { MenuPurpose } from "../canvas-ui.ts";
import type { Box } from "./place-beside.ts";

/** Share of the window beyond which something is the ground of a menu and not what it is about. */
const GROUND = 0.6;

/** Where that is on the screen which a menu is about, so that it can be seen beside it; null where it is nowhere. */
export function ownBoxOf(purpose: MenuPurpose): Box | null {
  const id = idOf(purpose);
  const named = id === null ? "" : CSS.escape(id);
  const own =
    id === null
      ? document.activeElement?.closest(".fw-v-gap, .react-flow__node")
      : inDesigner(`.react-flow__node[data-id="${named}"], .fw-v-card-row:has([data-stop="${named}"])`);
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

function idOf(purpose: MenuPurpose): string | null {
  switch (purpose.type) {
    case "append":
    case "branch":
      return purpose.source;
    case "replace":
      return purpose.node;
    case "attach":
      return purpose.step;
    default:
      return null;
  }
}
