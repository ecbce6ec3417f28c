import type { Node } from "@flowright/definition";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Top left corner relative to the container, and size. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

/** Centres of steps sit on this grid, so that lines between steps of different height stay straight. */
export const GRID = 8;
export const CARD: Size = { width: 220, height: 64 };
export const EVENT: Size = { width: 40, height: 40 };
export const GATEWAY: Size = { width: 44, height: 44 };
/** Room that an expanded sub-process keeps around what is in it; the top holds its name. */
export const PADDING = { top: 56, right: 32, bottom: 40, left: 32 };
export const SMALLEST_CONTAINER: Size = { width: 288, height: 160 };
/** Free space between a step and the one put after it. */
export const GAP = { x: 64, y: 48 };

/** Size of everything but an expanded sub-process, whose size depends on its content. */
export function fixedSizeOf(kind: Node["kind"]): Size {
  switch (kind) {
    case "start":
    case "end":
    case "catch":
    case "boundary":
      return EVENT;
    case "exclusive":
    case "parallel":
    case "eventBased":
      return GATEWAY;
    case "userTask":
    case "approval":
    case "serviceTask":
    case "scriptTask":
    case "receiveTask":
    case "subProcess":
      return CARD;
  }
}

/** The nearest place whose centre is on the grid. */
export function snapped(place: Place): Place {
  const half = { x: place.width / 2, y: place.height / 2 };
  return {
    ...place,
    x: Math.round((place.x + half.x) / GRID) * GRID - half.x,
    y: Math.round((place.y + half.y) / GRID) * GRID - half.y,
  };
}
