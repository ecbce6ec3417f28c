import type { Problem } from "@flowright/definition";
import type { Effect } from "./effect.ts";
import type { EngineEvent } from "./event.ts";
import type { InstanceState } from "./state.ts";

/** Everything `step()` may know besides the program, the state and the command. */
export interface StepContext {
  /** ISO instant of the turn, from the database's clock. */
  readonly now: string;
  /** User names of the active people who hold a role, in a stable order. Recorded in the events. */
  membersOf(role: string): readonly string[];
  readonly limits?: Partial<StepLimits> | undefined;
}

export interface StepLimits {
  /** Moves in one turn (default 10,000). */
  readonly steps: number;
  /** Tokens alive in one instance (default 10,000). */
  readonly tokens: number;
  /** Nested scopes (default 20). */
  readonly depth: number;
  /** UTF-16 length of the variables as JSON (default 1,048,576). */
  readonly variables: number;
}

/** A refused command changes nothing: the task is closed already, a checklist item is open, … */
export type StepResult =
  | {
      readonly ok: true;
      readonly state: InstanceState;
      readonly events: readonly EngineEvent[];
      readonly effects: readonly Effect[];
    }
  | { readonly ok: false; readonly problem: Problem };
