import type { DecisionTable, Problem } from "@flowright/definition";
import type { Effect } from "./effect.ts";
import type { EngineEvent } from "./event.ts";
import type { InstanceState } from "./state.ts";

/** Everything `step()` may know besides the program, the state and the command. */
export interface StepContext {
  /** ISO instant of the turn, from the database's clock. */
  readonly now: string;
  /** User names of the active people who hold a role, in a stable order. Recorded in the events. */
  membersOf(role: string): readonly string[];
  /** A decision table of the workspace, the newest without a version; null where there is none. */
  decision?(id: string, version: number | undefined): DecisionTable | null;
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
  /** Bytes of one value that an expression makes, as JSON in UTF-8 (default 262,144). */
  readonly value: number;
  /** Instances of one activity that is done several times (default 10,000). */
  readonly instances: number;
  /** Instances of one activity that begin in one turn (default 100). */
  readonly instancesAtOnce: number;
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
