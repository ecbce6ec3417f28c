import type { ReactFlowInstance } from "@xyflow/react";
import { inDesigner } from "./at-hand.ts";

/** Moves the canvas so far that a place of the document can be seen whole; where it can be already, not at all. */
export function keepInSight(
  flow: ReactFlowInstance,
  place: { x: number; y: number; width: number; height: number },
): void {
  const frame = inDesigner(".react-flow")?.getBoundingClientRect();
  if (!frame) return;
  const topLeft = flow.flowToScreenPosition({ x: place.x, y: place.y });
  const bottomRight = flow.flowToScreenPosition({ x: place.x + place.width, y: place.y + place.height });
  const inside =
    topLeft.x > frame.left + 24 &&
    topLeft.y > frame.top + 24 &&
    bottomRight.x < frame.right - 24 &&
    bottomRight.y < frame.bottom - 24;
  if (!inside) {
    void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
      zoom: flow.getZoom(),
      duration: 160,
    });
  }
}
