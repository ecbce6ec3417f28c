import type { LocalizedText, WorkflowDefinition } from "@flowright/definition";
import type {
  Command,
  Effect,
  EngineEvent,
  InstanceState,
  InstanceStatus,
  JsonObject,
  MigrationPlan,
} from "@flowright/engine";
import type { Result } from "../contract/result.ts";
import type { LoadedProgram } from "./program-cache.ts";

/** An instance's row as a turn sees and changes it. */
export interface InstanceRow {
  readonly id: string;
  readonly tenant: string;
  readonly definitionId: string;
  readonly version: number;
  readonly number: string;
  readonly businessKey: string | null;
  readonly title: string | null;
  readonly status: InstanceStatus;
  readonly seq: number;
  readonly startedBy: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly startMessage: string | null;
  readonly startKey: string | null;
  readonly openIncidents: number;
  /** The case that called this one, the number of the call and the step there. */
  readonly parent: { readonly id: string; readonly call: number; readonly node: string } | null;
}

/** A row of the job that a request names, locked by the turn. */
export interface JobRow {
  readonly number: number;
  readonly lease: string | null;
  readonly attempt: number;
  readonly attempts: number;
  readonly lastFailure: JsonObject | null;
}

/** A row of the timer that a request names. */
export interface TimerRow {
  readonly number: number;
  readonly due: string;
  readonly paused: boolean;
}

/** What a request may look at when it decides on its command. */
export interface TurnView {
  /** ISO instant of the turn. */
  readonly now: string;
  readonly definition: WorkflowDefinition;
  readonly program: LoadedProgram;
  /** Null for a start. */
  readonly instance: InstanceRow | null;
  readonly state: InstanceState | null;
  readonly job: JobRow | null;
  readonly timer: TimerRow | null;
}

/** What a turn did, after its commit. */
export interface TurnDone {
  readonly now: string;
  readonly instance: InstanceRow;
  readonly definitionName: LocalizedText;
  readonly program: LoadedProgram;
  readonly state: InstanceState;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
}

export interface InstanceTarget {
  readonly kind: "instance";
  readonly id: string;
}

/** Carries the case over to another version of its flow. */
export interface Migration {
  readonly version: number;
  readonly plan: MigrationPlan;
  /** The plan is one for cases of several versions. */
  readonly shared?: true;
  readonly by: string;
}

export interface StartTarget {
  readonly kind: "start";
  readonly definitionId: string;
  /** Absent: the latest. */
  readonly version?: number | undefined;
  readonly businessKey?: string | undefined;
  /** Started by this message at this node; where the node says so, one instance per key is alive at most. */
  readonly message?:
    | { readonly name: string; readonly key: string | null; readonly node: string }
    | undefined;
  /** Called by a step of another case. */
  readonly parent?: InstanceRow["parent"] | undefined;
}

/**
 * One command on its way through a batch. `decide` runs inside the turn, against the locked row and the
 * current state: what it checked still holds when the command is carried out.
 */
export interface TurnRequest<Answer = unknown> {
  readonly tenant: string;
  readonly target: InstanceTarget | StartTarget;
  readonly actor: string | null;
  readonly once?: OnceKey | undefined;
  /** Locks this job's row and shows it to `decide`. */
  readonly job?: number | undefined;
  /** Shows this timer's row to `decide`. */
  readonly timer?: number | undefined;
  /** Settles this delivery in the same transaction; without it the request is refused. */
  readonly delivery?: string | undefined;
  /** Instead of a command: `decide` is not asked. */
  readonly migrate?: Migration | undefined;
  /** The trace that jobs of this turn belong to, as W3C `traceparent`. */
  readonly traceparent?: string | undefined;
  decide(view: TurnView): Result<Command>;
  /** The answer to the caller, plain JSON where an idempotency key may give it again. */
  answer(done: TurnDone): Answer;
  /** What is kept of the answer with the idempotency key; absent: the answer itself. */
  shorten?(answer: Answer): unknown;
  /** The answer from what was kept of it, or from the answer itself. */
  restore?(kept: unknown): Answer;
}

export interface OnceKey {
  readonly user: string;
  readonly key: string;
  /** SHA-256 over the operation and its body. */
  readonly bodyHash: string;
}
