import type { Node } from "@flowright/definition";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle: its top left corner and its size. */
export interface Place extends Point, Size {}

const EVENT: Size = { width: 40, height: 40 };
const GATEWAY: Size = { width: 44, height: 44 };
const CARD: Size = { width: 220, height: 64 };

/** The sizes of the designer, so that a drawing looks alike elsewhere. */
export function sizeOf(kind: Node["kind"]): Size {
  switch (kind) {
    case "start":
    case "end":
    case "catch":
    case "throw":
    case "boundary":
      return EVENT;
    case "exclusive":
    case "parallel":
    case "inclusive":
    case "eventBased":
    case "complex":
      return GATEWAY;
    default:
      return CARD;
  }
}
