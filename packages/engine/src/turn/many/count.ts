import type { JsonObject } from "../../contract/json.ts";
import type { Many } from "../../contract/state.ts";

/** Instances under way: those that have begun, less those that are done or cancelled. */
export function activeIn({ begun, completed, terminated, skip = [] }: Many): number {
  return begun - completed - (terminated - skip.length);
}

/** Instances that are still to begin. */
export function comingIn({ total, begun, skip = [] }: Many): number {
  return total - begun - skip.length;
}

/** What a completion condition sees. */
export function countersOf(many: Many): JsonObject {
  return {
    numberOfInstances: many.total,
    numberOfActiveInstances: activeIn(many),
    numberOfCompletedInstances: many.completed,
    numberOfTerminatedInstances: many.terminated,
  };
}
