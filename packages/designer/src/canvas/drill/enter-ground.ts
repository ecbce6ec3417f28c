import { isContainer } from "@flowright/definition";
import type { ReactFlowInstance } from "@xyflow/react";
import type { DesignerState } from "../../model/designer-store.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";
import type { CanvasUi } from "../canvas-ui.ts";
import { groundOf, isOnGround, openedTo } from "./ground.ts";

/** Shows a sub-process as its own ground; false if the step is none. */
export function enterGround(
  flow: ReactFlowInstance,
  state: DesignerState,
  ui: CanvasUi,
  id: string,
): boolean {
  const { definition } = state;
  const node = indexOf(definition).nodes.get(id)?.node;
  if (!node || !isContainer(node)) return false;
  ui.set({ ground: id, menu: null, actions: null });
  const opened = openedTo(definition, id);
  const inside = readingOrder(opened).filter((each) => isOnGround(opened, each, id));
  const first = node.nodes.find(({ kind }) => kind === "start")?.id ?? inside[0];
  if (first !== undefined) {
    state.select([first]);
    focusSoon(first);
  }
  const place = absolutePlace(opened, id);
  if (place) requestAnimationFrame(() => void flow.fitBounds(place, { padding: 0.05, duration: 200 }));
  return true;
}

/** Back to what is around the sub-process that is shown; false if that is the whole flow already. */
export function leaveGround(flow: ReactFlowInstance, state: DesignerState, ui: CanvasUi): boolean {
  const { definition } = state;
  const ground = groundOf(definition, ui.ground);
  if (ground === null) return false;
  showGround(flow, state, ui, indexOf(definition).nodes.get(ground)?.parent?.id ?? null, ground);
  return true;
}

/** Shows another ground (null: the whole flow) with one of its steps selected. */
export function showGround(
  flow: ReactFlowInstance,
  state: DesignerState,
  ui: CanvasUi,
  ground: string | null,
  selected: string,
): void {
  ui.set({ ground, menu: null, actions: null });
  state.select([selected]);
  focusSoon(selected);
  const place = absolutePlace(openedTo(state.definition, ground), selected);
  if (!place) return;
  const around = { x: place.x - 400, y: place.y - 240, width: place.width + 800, height: place.height + 480 };
  requestAnimationFrame(() => void flow.fitBounds(around, { duration: 200 }));
}

/** What is on the new ground is drawn in the next frame. */
function focusSoon(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
        ?.focus({ preventScroll: true }),
    ),
  );
}
