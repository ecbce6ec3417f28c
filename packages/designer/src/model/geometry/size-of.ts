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

const SIZES: Readonly<Record<Node["kind"], Size>> = {
  start: EVENT,
  end: EVENT,
  catch: EVENT,
  throw: EVENT,
  boundary: EVENT,
  exclusive: GATEWAY,
  parallel: GATEWAY,
  inclusive: GATEWAY,
  eventBased: GATEWAY,
  complex: GATEWAY,
  userTask: CARD,
  approval: CARD,
  serviceTask: CARD,
  scriptTask: CARD,
  businessRuleTask: CARD,
  sendTask: CARD,
  receiveTask: CARD,
  manualTask: CARD,
  callActivity: CARD,
  subProcess: CARD,
  eventSubProcess: CARD,
  transaction: CARD,
  adHoc: CARD,
  plan: CARD,
};

/** Size of everything but an expanded container, whose size depends on its content. */
export function fixedSizeOf(kind: Node["kind"]): Size {
  return SIZES[kind];
}

/** Whether a step is drawn as a diamond: it only says which lines are taken. */
export function isGateway(kind: Node["kind"]): boolean {
  return SIZES[kind] === GATEWAY;
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

/** Where the first of so many events on the edge of a step stands, and how far it is to the next. */
export function eventRow(width: number, count: number): { readonly first: number; readonly step: number } {
  const roomy = 24 + (count - 1) * 84 + EVENT.width <= width;
  if (roomy || count < 2) return { first: 24, step: 84 };
  return { first: 8, step: Math.max(EVENT.width + 4, Math.floor((width - 16 - EVENT.width) / (count - 1))) };
}
