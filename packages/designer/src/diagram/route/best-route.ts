import { candidateRoutes } from "./candidate-routes.ts";
import type { Point, RouteEnd } from "./route.ts";
import { routeCost, type Surroundings, THROUGH_STEP } from "./route-cost.ts";

export interface BestRoute {
  readonly points: Point[];
  /** Nothing that was tried keeps clear of every step. */
  readonly through: boolean;
}

/** The cheapest of the usual ways: short, few bends, through no step, not on top of an unrelated line. */
export function bestRoute(from: RouteEnd, to: RouteEnd, around: Surroundings): BestRoute {
  let points: Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidateRoutes(from, to, around.obstacles)) {
    const cost = routeCost(candidate, around, least);
    if (cost < least) {
      least = cost;
      points = candidate;
    }
  }
  return { points, through: least >= THROUGH_STEP };
}
