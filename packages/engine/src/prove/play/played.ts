import type { EngineEvent } from "../../contract/event.ts";
import type { InstanceState } from "../../contract/state.ts";

/** What the engine made of the moves of a counter-example. */
export interface Played {
  /** Null where the flow does not compile or the case did not begin. */
  readonly state: InstanceState | null;
  readonly events: readonly EngineEvent[];
  /** The events of each move, in the order of the moves; empty for a move that needed nothing to be done. */
  readonly turns: readonly (readonly EngineEvent[])[];
  /** Whether it came to the state that the finding names. */
  readonly reached: boolean;
}
