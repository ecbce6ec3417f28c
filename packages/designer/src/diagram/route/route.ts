import type { Place } from "../../model/geometry/size-of.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of a line: corners from start to end, and where its label goes. */
export interface Route {
  readonly points: readonly Point[];
  readonly label: Point;
}

/** One end of a line. */
export interface RouteEnd {
  readonly place: Place;
  readonly shape: "step" | "gateway" | "boundary";
}
