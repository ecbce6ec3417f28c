import type { WorkflowDefinition } from "@flowright/definition";
import type { Place } from "../model/geometry/size-of.ts";

/** What the page asks the worker. */
export interface LayoutQuestion {
  readonly number: number;
  readonly definition: WorkflowDefinition;
  /** Ids of the steps to arrange; none: all. */
  readonly only: readonly string[];
}

/** What the worker answers. */
export interface LayoutAnswer {
  readonly number: number;
  readonly places: readonly (readonly [string, Place])[];
}
